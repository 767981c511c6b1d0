import { inParallel } from '../../../delivery/in-parallel';
import type { JournalEntry } from '../../../delivery/journal/journal-entry';
import { judgeClusters, type ClusterIdentity } from '../../../delivery/ledger/known-clusters';
import { readClusterUid } from '../../../delivery/step/cluster-uid';
import { valueOf } from '../../../model/problem';
import type { DeliverySession } from './open-session';

const nobody: ReadonlySet<string> = new Set();

/**
 * Asks the chosen clusters who they are before anything is done with them; one that doesn't answer is left to whoever
 * asks it next. Gives those that the journal doesn't know yet.
 * @throws ProblemError when a name stands for another cluster than the journal says, and nobody said it was made anew
 */
export async function requireKnownClusters(
  { chosen, clients }: DeliverySession,
  entries: readonly JournalEntry[],
  madeAnew = nobody,
): Promise<readonly ClusterIdentity[]> {
  const found = await inParallel(chosen, chosen.length, async (cluster): Promise<readonly ClusterIdentity[]> => {
    const client = clients.get(cluster);
    const uid = client === undefined ? undefined : await readClusterUid(client, cluster);
    return uid?.ok === true ? [{ cluster, uid: uid.value }] : [];
  });
  return valueOf(judgeClusters(entries, found.flat(), madeAnew));
}
