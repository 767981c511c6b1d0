import { isDeepStrictEqual } from 'node:util';
import { canonicalJson } from '../../model/canonical-json';
import type { Level } from '../../model/level';
import { digestOf } from '../../resources/digest';
import type { Assembly } from '../../resources/assembly';
import type { JsonValue, Resource } from '../../resources/resource';
import { compareValues } from '../facts/compare-values';

/** One object of an assembly that is new, gone, or written otherwise. */
export interface ObjectChange {
  readonly id: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly kind: string;
  readonly site: string;
  /** @default - not in a cluster */
  readonly cluster?: string | undefined;
  /** @default - belongs to the platform */
  readonly tenant?: string | undefined;
  /** @default - belongs to no system */
  readonly system?: string | undefined;
  /** @default - belongs to no zone */
  readonly zone?: string | undefined;
  /** @default - serves all levels */
  readonly level?: Level | undefined;
  /** Digest of the object, its file (which tells its wave) and its engine's arguments as they were.
   * @default - it was not there
   */
  readonly before?: string | undefined;
  /** @default - it is there no more */
  readonly after?: string | undefined;
  /** Where it differs, at most {@link PATHS_MAX} places. */
  readonly paths: readonly string[];
  /** `file:line` of the fact that causes it, or caused it. */
  readonly source: string;
}

/** Of an object that differs in more places than these, the digests still tell all. */
export const PATHS_MAX = 20;

/** Every object that differs between two assemblies, sorted by id; files with the same digest are not looked into. */
export function objectChanges(before: Assembly | undefined, after: Assembly): readonly ObjectChange[] {
  const same = before === undefined ? new Set<string>() : sameFiles(before, after);
  const [old, now] = [objectsOf(before, same), objectsOf(after, same)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .toSorted()
    .flatMap((id) => changeOf(old.get(id), now.get(id)) ?? []);
}

/** Paths of the files that are the same in both, byte by byte as their manifests say. */
export function sameFiles(before: Assembly, after: Assembly): ReadonlySet<string> {
  const digests = new Map(before.files.map(({ path, digest }) => [path, digest]));
  return new Set(after.files.filter(({ path, digest }) => digests.get(path) === digest).map(({ path }) => path));
}

function objectsOf(assembly: Assembly | undefined, same: ReadonlySet<string>): ReadonlyMap<string, Resource> {
  const all = (assembly?.resources ?? []).filter(({ artifact }) => !same.has(artifact.file));
  return new Map(all.map((one) => [one.id, one]));
}

function changeOf(old: Resource | undefined, now: Resource | undefined): ObjectChange | undefined {
  const one = now ?? old;
  if (one === undefined || (old !== undefined && now !== undefined && isSame(old, now))) return undefined;
  const [before, after] = [old, now].map((each) => (each === undefined ? undefined : digestOfObject(each)));
  if (before === after) return undefined;
  const { id, kind, site, cluster, tenant, system, zone, level, source } = one;
  const change = old === undefined ? 'added' : now === undefined ? 'removed' : 'changed';
  const paths = old === undefined || now === undefined ? [] : pathsBetween(old, now);
  return { id, change, kind, site, cluster, tenant, system, zone, level, before, after, paths, source };
}

/** Whether an object is seen to be what it was, without a digest of either. */
function isSame(old: Resource, now: Resource): boolean {
  return isDeepStrictEqual(deciding(old), deciding(now));
}

function digestOfObject(one: Resource): string {
  return digestOf(canonicalJson(deciding(one)));
}

/** What makes an object what it is; its file tells its wave. */
function deciding({ artifact, apiVersion, body, engineArguments }: Resource): JsonValue {
  return [artifact.file, apiVersion, body, engineArguments ?? null];
}

function pathsBetween(old: Resource, now: Resource): readonly string[] {
  const changes = [
    ...compareValues(old.body, now.body),
    ...compareValues(old.engineArguments ?? {}, now.engineArguments ?? {}),
  ];
  const paths = changes.map((one) => (one.now ?? one.old ?? []).join('.'));
  return [...new Set(paths)].toSorted().slice(0, PATHS_MAX);
}
