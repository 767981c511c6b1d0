import { policyCatalog } from '../../../policies/catalog';
import { evaluate } from '../../../policies/evaluate';
import type { Finding } from '../../../policies/evaluation';
import type { Assembly } from '../../../resources/assembly';
import type { JsonObject, JsonValue, Resource } from '../../../resources/resource';
import { AssemblyView } from '../../../resources/view/assembly-view';
import { ruleSetOf } from '../rule-set-of';

/** Keys and indexes from an object to a field inside it. */
export type FieldPlace = readonly (string | number)[];

/** An object that somebody deletes, or a field of it. */
export interface Deletion {
  readonly resource: Resource;
  /** @default - the whole object */
  readonly field?: FieldPlace;
}

/** The day on which deletions are judged. */
export const DELETION_DAY = '2026-12-01';

/** An assembly whose manifest was made to fit what is gone: nothing tells that it was ever there. */
export function without(assembly: Assembly, deletions: readonly Deletion[]): Assembly {
  const byResource = new Map(deletions.map((one) => [one.resource, one]));
  const resources = assembly.resources.flatMap((resource): readonly Resource[] => {
    const deletion = byResource.get(resource);
    if (deletion === undefined) return [resource];
    if (deletion.field === undefined) return [];
    return [{ ...resource, body: withoutField(resource.body, deletion.field) as JsonObject }];
  });
  return { ...assembly, resources };
}

/** What the rules say of an assembly. */
export function findingsIn(assembly: Assembly): readonly Finding[] {
  const view = new AssemblyView(assembly);
  const { results } = evaluate(ruleSetOf(policyCatalog), { view, today: DELETION_DAY }, []);
  return results.flatMap(({ fail, unknown, error }) => [...fail, ...unknown, ...error]);
}

/**
 * Deletions of which no finding speaks. They are tried many at a time; those of one batch are so far apart that no
 * finding can be meant for two of them.
 */
export function unnoticed(assembly: Assembly, deletions: readonly Deletion[]): readonly Deletion[] {
  return batchesOf(deletions).flatMap((batch) => {
    const texts = findingsIn(without(assembly, batch)).map(textOf);
    return batch.filter((one) => !texts.some((text) => speaksOf(text, one)));
  });
}

/** Whether an object has a field. */
export function hasField(value: JsonValue | undefined, [key, ...rest]: FieldPlace): boolean {
  if (key === undefined) return true;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false;
  return hasField((value as Readonly<Record<string | number, JsonValue>>)[key], rest);
}

/** Members of a list that are tried; rules treat the others as they treat these. */
const MEMBERS_MAX = 2;

/** The fields of an object, down to the leaves, those inside lists of objects among them. */
export function placesIn(value: JsonValue | undefined, place: FieldPlace = []): readonly FieldPlace[] {
  if (typeof value !== 'object' || value === null) return [place];
  const members: readonly (readonly [string | number, JsonValue | undefined])[] = Array.isArray(value)
    ? [...(value as readonly JsonValue[]).entries()].slice(0, MEMBERS_MAX).filter(([, one]) => typeof one === 'object')
    : Object.entries(value);
  return members.length === 0 ? [place] : members.flatMap(([key, one]) => placesIn(one, [...place, key]));
}

function batchesOf(deletions: readonly Deletion[]): readonly (readonly Deletion[])[] {
  const batches: { readonly taken: Set<string>; readonly members: Deletion[] }[] = [];
  for (const deletion of deletions) {
    const places = placesOf(deletion);
    let batch = batches.find(({ taken }) => !places.some((one) => taken.has(one)));
    if (batch === undefined) batches.push((batch = { taken: new Set(), members: [] }));
    for (const one of places) batch.taken.add(one);
    batch.members.push(deletion);
  }
  return batches.map(({ members }) => members);
}

/** What a finding may name instead of the object itself; where a rule names the first fault alone, all that it judges. */
function placesOf({ resource, field }: Deletion): readonly string[] {
  const { cluster, site, kind, name, namespace, system } = resource;
  if (cluster === undefined) return [site];
  const machines = machinesOf(namespace);
  if (machines !== undefined) return [`machines of ${machines}`];
  const own = `${cluster} ${namespace ?? name}`;
  const words = field === undefined ? [own, `${cluster} ${kind}`, `${cluster} ${name}`] : [own];
  return system === undefined ? words : [...words, `system ${system}`];
}

/** Whether a finding says which object is meant: by its id, or by its place and its kind or name. */
function speaksOf(text: string, { resource, field }: Deletion): boolean {
  const { id, cluster, site, kind, name, namespace, system } = resource;
  if (text.includes(id)) return true;
  // The template of a leased site is one file, and one deletion in it is tried at a time.
  if (cluster === undefined) return text.includes(site);
  const places = [cluster, machinesOf(namespace), `site/${site}`, system];
  // Of many fields at a time, those in one cluster may be of objects of one kind or name.
  const names = field === undefined ? [name, kind, namespace] : [namespace ?? name];
  return isSaid(text, places) && isSaid(text, [...names, system]);
}

function isSaid(text: string, words: readonly (string | undefined)[]): boolean {
  return words.some((one) => one !== undefined && text.includes(one));
}

/** The cluster whose machines a namespace of its management cluster holds. */
function machinesOf(namespace = ''): string | undefined {
  return /^platform-machines-(.+)$/.exec(namespace)?.[1];
}

function textOf({ subject, where, got, want }: Finding): string {
  return `${subject} ${where} ${got} ${want}`;
}

function withoutField(value: JsonValue | undefined, [key, ...rest]: FieldPlace): JsonValue {
  if (Array.isArray(value)) {
    const list = value as readonly JsonValue[];
    return rest.length === 0
      ? list.filter((_, index) => index !== key)
      : list.map((one, index) => (index === key ? withoutField(one, rest) : one));
  }
  const members = Object.entries((value ?? {}) as JsonObject);
  return Object.fromEntries(
    members.flatMap(([name, one]): readonly (readonly [string, JsonValue])[] => {
      if (name !== key) return [[name, one]];
      return rest.length === 0 ? [] : [[name, withoutField(one, rest)]];
    }),
  );
}
