import type { JsonObject, Resource } from '../../../resources/resource';
import { isRefusal, unreached, type Reach } from '../client/answer/api-failure';
import type { ClusterClient } from '../client/cluster-client';
import { inParallel } from '../../in-parallel';
import { PARALLEL_MAX } from '../client/parallel-max';
import { refKey } from '../client/kinds/api-kind';
import { diffServed } from '../compare/diff-served';
import type { FieldDifference } from '../compare/field-difference';
import type { Inventory } from '../inventory/inventory';
import { findLeftOvers, type LeftOvers } from '../inventory/left-over';
import { compareLive, show, type LiveObject } from '../live/live-object';
import { isServersOwn } from '../live/servers-own';
import { readStanding, type Standing } from '../live/standing';
import { tryOn } from '../live/try-on';
import { findUnmanaged, type Unmanaged } from '../live/unmanaged';

/** What is compared with the cluster. */
export interface DriftQuestion {
  readonly client: ClusterClient;
  /** Objects of the assembly. */
  readonly objects: readonly Resource[];
  /** The names under which our engines own fields. */
  readonly managers: readonly string[];
  /** Inventories of the waves that the objects are of, to tell what is there and no longer wanted.
   * @default - nothing is called left over
   */
  readonly inventories?: readonly Inventory[] | undefined;
  /** Namespaces that are ours as a whole, to tell what others put there.
   * @default - nobody else's objects are looked for
   */
  readonly namespaces?: readonly string[] | undefined;
  /** @default - can't be cancelled */
  readonly signal?: AbortSignal | undefined;
}

/** How a cluster departs from its assembly. */
export interface Drift {
  /** Every object of the assembly, sorted by `refKey`; `different` and `missing` ones have drifted. */
  readonly objects: readonly LiveObject[];
  readonly leftOvers: LeftOvers;
  readonly unmanaged: Unmanaged;
}

/**
 * Compares a cluster with its assembly: what is missing, what somebody changed, took or added and who, what is left over,
 * and what others put into our namespaces. Where reading can't tell a default from a remnant, the server is asked by a dry
 * run; not of what Terraform applied, whose own plan tells it.
 */
export async function driftOf(question: DriftQuestion): Promise<Reach<Drift>> {
  const { client, objects, managers, signal } = question;
  const live = await readStanding(client, { objects, signal });
  if (!live.reached) return unreached(live.failure);
  const ours = new Set(managers);
  const sorted = objects.toSorted((a, b) => (refKey(a) < refKey(b) ? -1 : 1));
  const compared = await inParallel(sorted, PARALLEL_MAX, async (resource) => {
    const standing = live.standing.get(refKey(resource)) ?? { kind: 'absent' };
    const found = compareLive(resource, standing, ours);
    const isUnsure = found.kind === 'equal' && found.isFilled && resource.artifact.engine === 'kubernetes';
    return isUnsure ? resolveFilled(question, found, standing) : found;
  });
  const leftOvers = await allLeftOvers(question);
  if (!leftOvers.reached) return leftOvers;
  const unmanaged = await allUnmanaged(question);
  if (!unmanaged.reached) return unmanaged;
  return { reached: true, objects: compared, leftOvers, unmanaged };
}

/**
 * What the server would still change is a remnant, and no longer wanted. An account that may only read can't ask; then the
 * object stays `equal` and `isFilled`.
 */
async function resolveFilled(
  { client, managers, signal }: DriftQuestion,
  found: Extract<LiveObject, { kind: 'equal' }>,
  standing: Standing,
): Promise<LiveObject> {
  const { resource } = found;
  const tried = await tryOn(client, { resource, standing, force: true, signal });
  if (!tried.result.ok) {
    const { failure } = tried.result;
    return isRefusal(failure) ? found : { resource, kind: 'untold', failure };
  }
  const now = compareLive(resource, tried.standing, new Set(managers));
  if (now.kind !== 'equal' || tried.standing.kind !== 'there') return now;
  const { live, additions } = now;
  const differences = remnants(resource.kind, tried.standing.object, tried.result.value.object);
  if (differences.length > 0) return { resource, kind: 'different', live, additions, differences };
  return { ...now, isFilled: false };
}

function remnants(
  kind: string,
  live: JsonObject,
  wanted: JsonObject,
): Extract<LiveObject, { kind: 'different' }>['differences'] {
  return diffServed(live, wanted)
    .map(({ path, before, after }): FieldDifference => {
      const divergence = after === undefined ? 'left' : before === undefined ? 'absent' : 'changed';
      return { path, divergence, want: after, got: before, owners: [] };
    })
    .filter((one) => !isServersOwn(kind, live, one))
    .map((one) => show(kind, one));
}

async function allLeftOvers({ client, objects, inventories = [], signal }: DriftQuestion): Promise<Reach<LeftOvers>> {
  const all = { leftOver: [], gone: [], foreign: [], untold: [] } as { [K in keyof LeftOvers]: LeftOvers[K][number][] };
  for (const inventory of inventories) {
    const found = await findLeftOvers(client, { inventory, wanted: objects, signal });
    if (!found.reached) return found;
    all.leftOver.push(...found.leftOver);
    all.gone.push(...found.gone);
    all.foreign.push(...found.foreign);
    all.untold.push(...found.untold);
  }
  return { reached: true, ...all };
}

function allUnmanaged({
  client,
  objects,
  inventories = [],
  namespaces = [],
  signal,
}: DriftQuestion): Promise<Reach<Unmanaged>> {
  if (namespaces.length === 0) return Promise.resolve({ reached: true, objects: [], unread: [] });
  const known = [...objects, ...inventories.flatMap(({ entries }) => entries)];
  return findUnmanaged({ client, namespaces, known, signal });
}

/** Whether a drift leaves nothing to be done or to be asked. */
export function isConverged({ objects, leftOvers }: Drift): boolean {
  return (
    objects.every(({ kind }) => kind === 'equal') && leftOvers.leftOver.length === 0 && leftOvers.untold.length === 0
  );
}
