import { groupBy } from '../../../model/group-by';
import { textAt } from '../../../resources/json-path';
import type { JsonObject } from '../../../resources/resource';
import { isRefusal, unreached, type ApiFailure, type Reach } from '../client/answer/api-failure';
import { resolveKind, type ClusterClient } from '../client/cluster-client';
import { inParallel } from '../../in-parallel';
import { PARALLEL_MAX } from '../client/parallel-max';
import { refKey, type ApiKind, type ObjectRef } from '../client/kinds/api-kind';
import type { Extent } from '../client/verbs/get';

/** What stands at a name now: an object, nothing, or it couldn't be told. */
export type Standing =
  | { readonly kind: 'there'; readonly object: JsonObject }
  | { readonly kind: 'absent' }
  /** The server doesn't know the kind; so there is no such object either. */
  | { readonly kind: 'kind-missing' }
  | { readonly kind: 'untold'; readonly failure: ApiFailure };

/** What is read. */
export interface StandingQuestion {
  readonly objects: readonly ObjectRef[];
  /** How much of the objects of a kind is read.
   * @default - all of them whole
   */
  readonly extentOf?: ((kind: string) => Extent) | undefined;
  /** @default - can't be cancelled */
  readonly signal?: AbortSignal | undefined;
}

/** What stands in a cluster of what was asked for. */
export interface StandingObjects {
  /** By `refKey`; every object that was asked for is in it. */
  readonly standing: ReadonlyMap<string, Standing>;
}

/** So few objects of a kind are asked for one by one. */
const SINGLY_MAX = 8;

/**
 * Reads what stands of these objects. Kinds with many objects are listed page by page, which costs a few requests
 * instead of one for each. What couldn't be read is `untold`, never absent.
 */
export async function readStanding(client: ClusterClient, question: StandingQuestion): Promise<Reach<StandingObjects>> {
  const kinds = await client.kinds({ signal: question.signal });
  if (!kinds.ok) return unreached(kinds.failure);
  const byKind = groupBy(question.objects, ({ apiVersion, kind }) => `${apiVersion}/${kind}`);
  const found = await Promise.all(
    [...byKind.values()].map(async (group): Promise<Found> => {
      const kind = group[0] === undefined ? undefined : resolveKind(kinds.value, group[0]);
      const isListed = group.length > SINGLY_MAX && kind?.ok === true;
      const answer = isListed ? await readList(client, kind.value, { group, question }) : undefined;
      return answer ?? readSingly(client, group, question);
    }),
  );
  const standing = new Map(found.flat());
  const failure = commonDisturbance([...standing.values()]);
  return failure === undefined ? { reached: true, standing } : unreached(failure);
}

/** When not one object could be told because of the way there, the cluster wasn't reached. */
function commonDisturbance(standing: readonly Standing[]): ApiFailure | undefined {
  const failures = standing.flatMap((one) => (one.kind === 'untold' ? [one.failure] : []));
  const isCommon = failures.length === standing.length && failures.every((failure) => !isRefusal(failure));
  return isCommon ? failures[0] : undefined;
}

type Found = readonly (readonly [string, Standing])[];

const ABSENT: Standing = { kind: 'absent' };
const WHOLE = (): Extent => 'whole';

function readSingly(
  client: ClusterClient,
  group: readonly ObjectRef[],
  { extentOf = WHOLE, signal }: StandingQuestion,
): Promise<Found> {
  return inParallel(group, PARALLEL_MAX, async (ref) => {
    const result = await client.get(ref, { extent: extentOf(ref.kind), signal });
    return [refKey(ref), result.ok ? { kind: 'there', object: result.value } : standingOf(result.failure)] as const;
  });
}

function standingOf(failure: ApiFailure): Standing {
  if (failure.kind === 'not-found' || failure.kind === 'namespace-missing') return ABSENT;
  return failure.kind === 'kind-missing' ? { kind: 'kind-missing' } : { kind: 'untold', failure };
}

interface ListQuestion {
  readonly group: readonly ObjectRef[];
  readonly question: StandingQuestion;
}

/** By one list; undefined when the server doesn't let us list, but may let us read. */
async function readList(
  client: ClusterClient,
  kind: ApiKind,
  { group, question: { extentOf = WHOLE, signal } }: ListQuestion,
): Promise<Found | undefined> {
  const namespaces = new Set(group.map(({ namespace }) => namespace));
  const namespace = namespaces.size === 1 ? group[0]?.namespace : undefined;
  const result = await client.list(kind, { extent: extentOf(kind.kind), namespace, signal });
  if (!result.ok) {
    const { failure } = result;
    return isRefusal(failure) ? undefined : group.map((ref) => [refKey(ref), { kind: 'untold', failure }] as const);
  }
  const all = new Map(result.value.map((object) => [nameKey(object), object]));
  return group.map((ref) => {
    const object = all.get(`${kind.namespaced ? (ref.namespace ?? '') : ''}/${ref.name}`);
    return [refKey(ref), object === undefined ? ABSENT : { kind: 'there', object }] as const;
  });
}

function nameKey(object: JsonObject): string {
  return `${textAt(object, 'metadata', 'namespace') ?? ''}/${textAt(object, 'metadata', 'name') ?? ''}`;
}
