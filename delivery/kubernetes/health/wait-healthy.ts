import type { Resource } from '../../../resources/resource';
import { unreached, type ApiFailure, type Reach } from '../client/answer/api-failure';
import type { ClusterClient } from '../client/cluster-client';
import { refKey } from '../client/kinds/api-kind';
import { poll } from '../client/poll';
import { readStanding, type Standing } from '../live/standing';
import { failing, progressing, type Health } from './health';
import { judgeHealth } from './judge-health';

/** What is waited for. */
export interface HealthQuestion {
  readonly client: ClusterClient;
  readonly objects: readonly Resource[];
  /** How long, in milliseconds; 0 looks once. */
  readonly patienceMilliseconds: number;
  /** API groups of custom resources whose controllers run in the cluster: theirs are waited for although they say nothing.
   * @default - none
   */
  readonly controllers?: readonly string[] | undefined;
  /** Is told after each look how many are in which state.
   * @default - nobody is
   */
  readonly onLook?: ((counts: HealthCounts) => void) | undefined;
  /** @default - can't be cancelled */
  readonly signal?: AbortSignal | undefined;
}

/** How many objects are in which state. */
export type HealthCounts = Readonly<Record<Health['state'], number>>;

/** How one object is. */
export interface ObjectHealth extends Health {
  readonly resource: Resource;
}

/** How objects are when waiting ends; `progressing` ones ran out of patience. */
export interface HealthReport {
  /** Sorted by `refKey`. */
  readonly objects: readonly ObjectHealth[];
  readonly counts: HealthCounts;
}

/**
 * Waits until no object is `progressing`, or patience ends; it ends at once when one has failed. Objects that need nothing
 * of a controller are healthy when they stand.
 */
export async function waitHealthy(question: HealthQuestion): Promise<Reach<HealthReport>> {
  const { client, patienceMilliseconds, signal, onLook } = question;
  const known = new Map<string, ObjectHealth>();
  let failure: ApiFailure | undefined;
  await poll({ outside: client.outside, patienceMilliseconds, signal }, async () => {
    failure = await look(question, known);
    const counts = countStates(known.values());
    if (failure === undefined) onLook?.(counts);
    return failure === undefined && (counts.progressing === 0 || counts.failed > 0) ? true : undefined;
  });
  if (failure !== undefined) return unreached(failure);
  const objects = [...known].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
  return { reached: true, objects, counts: countStates(objects) };
}

/** Looks at all that isn't settled yet; a failure when nothing could be seen, and what was known stays. */
async function look(question: HealthQuestion, known: Map<string, ObjectHealth>): Promise<ApiFailure | undefined> {
  const { client, objects, signal } = question;
  const controllers = new Set(question.controllers);
  const open = objects.filter((one) => (known.get(refKey(one))?.state ?? 'progressing') === 'progressing');
  const read = await readStanding(client, { objects: open, signal });
  if (!read.reached) return read.failure;
  for (const resource of open) {
    const key = refKey(resource);
    const standing = read.standing.get(key) ?? { kind: 'absent' };
    known.set(key, { resource, ...judgeStanding(resource, standing, controllers) });
  }
  return undefined;
}

function judgeStanding(resource: Resource, standing: Standing, controllers: ReadonlySet<string>): Health {
  switch (standing.kind) {
    case 'there':
      return judgeHealth(resource, standing.object, controllers);
    case 'absent':
      return failing('it is not there');
    case 'kind-missing':
      return failing('the server does not know its kind');
    case 'untold':
      return progressing(`it could not be read: ${standing.failure.message}`);
  }
}

function countStates(all: Iterable<Health>): HealthCounts {
  const counts = { healthy: 0, progressing: 0, failed: 0, 'not-judged': 0 };
  for (const { state } of all) counts[state] += 1;
  return counts;
}
