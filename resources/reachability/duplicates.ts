import { groupBy } from '../../model/group-by';
import { compareText } from '../../model/build/sort';
import { isObject, objectAt } from '../json-path';
import type { Resource } from '../resource';
import { DEFAULT_NAMESPACE } from './peers/workload';
import type { PolicyTrouble } from './policy/policy';

/**
 * Objects that one cluster can't hold together, as they have one group, kind, namespace and name; what depends on the
 * order in which somebody applies them isn't told by files.
 */
export interface Duplicates {
  readonly troubles: readonly PolicyTrouble[];
  /** The objects of which another of the same name says something else, so that only one of them can be in force. */
  readonly doubtful: ReadonlySet<Resource>;
}

/** Finds objects with one name, in whatever version of their API they are written. */
export function findDuplicates(resources: readonly Resource[]): Duplicates {
  const groups = [...groupBy(resources, nameOf).values()].filter(({ length }) => length > 1);
  const sorted = groups.map((group) => group.toSorted((a, b) => compareText(placeOf(a), placeOf(b))));
  const troubles = sorted.flatMap(([first, ...others]) =>
    others.map((resource): PolicyTrouble => {
      const got = first === undefined ? '' : placeOf(first);
      const want = 'one object of a name; nobody can tell which of them is in force';
      return { resource, where: 'metadata.name', got: `the same in ${got}`, want };
    }),
  );
  const differing = groups.filter((group) => new Set(group.map(contentOf)).size > 1);
  return { troubles, doubtful: new Set(differing.flat()) };
}

/** The group of an API without its version. */
export function groupOf({ apiVersion }: Pick<Resource, 'apiVersion'>): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}

function nameOf(resource: Resource): string {
  const { kind, namespace = DEFAULT_NAMESPACE, name } = resource;
  return JSON.stringify([groupOf(resource), kind, namespace, name]);
}

function placeOf({ artifact: { file, address } }: Resource): string {
  return `${file}: ${address}`;
}

/** What an object says beside its name and what servers note in it, as a text; texts that JSON refuses don't stop it. */
function contentOf({ body }: Resource): string {
  const { metadata: _, status: __, ...rest } = body;
  return JSON.stringify([rest, objectAt(body, 'metadata', 'labels') ?? null], (_key, value: unknown) =>
    isObject(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => compareText(a, b))) : value,
  );
}
