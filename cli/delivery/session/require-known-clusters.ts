import { inParallel } from '../../../delivery/in-parallel';
import { judgeClusters, type ClusterIdentity } from '../../../delivery/ledger/known-clusters';
import { readClusterUid } from '../../../delivery/step/cluster-uid';
import { valueOf } from '../../../model/problem';
import type { DeliverySession } from './open-session';

const nobody: ReadonlySet<string> = new Set();

/** What clusters said of who they are. */
export interface AskedClusters {
  /** Those that the journal doesn't know yet. */
  readonly fresh: readonly ClusterIdentity[];
  /** Names of those that gave no answer. */
  readonly silent: ReadonlySet<string>;
}

/**
 * Asks the chosen clusters who they are before anything is done with them; one that doesn't answer is left to whoever
 * asks it next.
 * @throws ProblemError when a name stands for another cluster than the journal says, and nobody said it was made anew
 */
export async function requireKnownClusters(
  { chosen, clients }: DeliverySession,
  known: ReadonlyMap<string, string>,
  madeAnew = nobody,
): Promise<AskedClusters> {
  const asked = await inParallel(chosen, chosen.length, async (cluster): Promise<readonly ClusterIdentity[]> => {
    const client = clients.get(cluster);
    const uid = client === undefined ? undefined : await readClusterUid(client, cluster);
    return uid?.ok === true ? [{ cluster, uid: uid.value }] : [];
  });
  const found = asked.flat();
  const silent = new Set(chosen.filter((cluster) => !found.some((one) => one.cluster === cluster)));
  return { fresh: valueOf(judgeClusters(known, found, madeAnew)), silent };
}
