import type { Resource } from '../../../resources/resource';
import { unreached, type Reach } from '../client/answer/api-failure';
import type { ClusterClient } from '../client/cluster-client';
import { refKey } from '../client/kinds/api-kind';
import { compareLive, type LiveObject } from './live-object';
import { readStanding } from './standing';

/** All objects of an assembly for one cluster, as they are live. */
export interface LiveReading {
  /** Sorted by `refKey`. */
  readonly objects: readonly LiveObject[];
  /** What was read, in the neutral form that rules are run on; its body is the live one, without the server's bookkeeping. */
  readonly resources: readonly Resource[];
}

/** What is read back. */
export interface LiveQuestion {
  readonly client: ClusterClient;
  /** Objects of the assembly, whatever engine brought them. */
  readonly objects: readonly Resource[];
  /** The names under which our engines own fields: `ndc`, and for Terraform what its provider calls itself. */
  readonly managers: readonly string[];
  /** @default - can't be cancelled */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads everything back and compares it with the assembly, object by object and field by field, by reading alone.
 * Quantities, defaults and numbers written as text count as equal when they mean the same.
 */
export async function readLive({ client, objects, managers, signal }: LiveQuestion): Promise<Reach<LiveReading>> {
  const read = await readStanding(client, { objects, signal });
  if (!read.reached) return unreached(read.failure);
  const ours = new Set(managers);
  const found = objects
    .toSorted((a, b) => (refKey(a) < refKey(b) ? -1 : 1))
    .map((resource) => compareLive(resource, read.standing.get(refKey(resource)) ?? { kind: 'absent' }, ours));
  const resources = found.flatMap((one) => ('live' in one ? [one.live] : []));
  return { reached: true, objects: found, resources };
}
