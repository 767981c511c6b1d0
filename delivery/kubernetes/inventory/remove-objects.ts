import { textsAt } from '../../../resources/json-path';
import { isRefusal, type ApiFailure } from '../client/answer/api-failure';
import type { ClusterClient } from '../client/cluster-client';
import { inParallel } from '../../in-parallel';
import { PARALLEL_MAX } from '../client/parallel-max';
import type { ObjectRef } from '../client/kinds/api-kind';
import { poll } from '../client/poll';
import type { Propagation } from '../client/verbs/delete';
import { stagesOf } from '../apply/stages';
import { versionOf } from '../live/object-version';

/** An object to delete: exactly the one with this uid. */
export interface Removable extends ObjectRef {
  readonly uid: string;
  /** Only in this version.
   * @default - in whatever version
   */
  readonly resourceVersion?: string | undefined;
}

/** An explicit order to delete. */
export interface Removal {
  readonly objects: readonly Removable[];
  /** What becomes of what these objects own; `Foreground` waits for it. */
  readonly propagation: Propagation;
  /** How long to wait until they are gone, in milliseconds. */
  readonly patienceMilliseconds: number;
  /** @default - can't be cancelled */
  readonly signal?: AbortSignal | undefined;
}

/** What became of one object. */
export type RemovalOutcome = { readonly object: Removable } & (
  | { readonly kind: 'deleted' }
  /** It wasn't there any more. */
  | { readonly kind: 'already-gone' }
  /** Another object has its name now, or somebody changed it since: left alone. */
  | { readonly kind: 'replaced' }
  /** It is on its way out, but these hold it. */
  | { readonly kind: 'stuck'; readonly finalizers: readonly string[] }
  | { readonly kind: 'refused' | 'failed'; readonly failure: ApiFailure }
  /** The caller stopped, or what had to go before it didn't. */
  | { readonly kind: 'not-tried' }
);

/**
 * Deletes objects in the reverse of the order in which they are applied, each with its uid as precondition, and waits
 * until they are gone. When one of them stays, what is below it is not tried.
 */
export async function removeObjects(client: ClusterClient, removal: Removal): Promise<readonly RemovalOutcome[]> {
  const outcomes: RemovalOutcome[] = [];
  let isStopped = false;
  for (const { objects } of stagesOf(removal.objects).toReversed()) {
    const done = await inParallel(objects, PARALLEL_MAX, async (object): Promise<RemovalOutcome> => {
      if (isStopped || removal.signal?.aborted === true) return { object, kind: 'not-tried' };
      return removeOne(client, object, removal);
    });
    for (const one of done) outcomes.push(one);
    isStopped ||= done.some(({ kind }) => kind !== 'deleted' && kind !== 'already-gone');
  }
  return outcomes;
}

async function removeOne(client: ClusterClient, object: Removable, removal: Removal): Promise<RemovalOutcome> {
  const { uid, resourceVersion } = object;
  const { propagation, signal } = removal;
  const result = await client.delete(object, { uid, resourceVersion, propagation, signal });
  if (result.ok) return result.value === 'gone' ? { object, kind: 'deleted' } : awaitGone(client, object, removal);
  const { failure } = result;
  if (isAbsence(failure)) return { object, kind: 'already-gone' };
  if (failure.kind === 'stale') return { object, kind: 'replaced' };
  return { object, kind: isRefusal(failure) ? 'refused' : 'failed', failure };
}

/** Gone is what the server says isn't there, or is another object by now; silence is no answer. */
async function awaitGone(client: ClusterClient, object: Removable, removal: Removal): Promise<RemovalOutcome> {
  const { patienceMilliseconds, signal } = removal;
  let finalizers: readonly string[] = [];
  let failure: ApiFailure | undefined;
  const isGone = await poll({ outside: client.outside, patienceMilliseconds, signal }, async () => {
    const standing = await client.get(object, { extent: 'metadata', signal });
    failure = standing.ok || isAbsence(standing.failure) ? undefined : standing.failure;
    if (!standing.ok) return isAbsence(standing.failure) ? true : undefined;
    finalizers = textsAt(standing.value, 'metadata', 'finalizers');
    return versionOf(standing.value).uid === object.uid ? undefined : true;
  });
  if (isGone === true) return { object, kind: 'deleted' };
  return failure === undefined ? { object, kind: 'stuck', finalizers } : { object, kind: 'failed', failure };
}

function isAbsence({ kind }: ApiFailure): boolean {
  return kind === 'not-found' || kind === 'namespace-missing' || kind === 'kind-missing';
}
