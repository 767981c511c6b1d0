import { openCluster, type ClusterClient } from '../../../delivery/kubernetes/client/cluster-client';
import { listContexts, readKubeconfig } from '../../../delivery/kubernetes/connect/read-kubeconfig';
import { valueOf } from '../../../model/problem';
import type { Io } from '../../io';
import type { DeliverySession } from '../session/open-session';
import { realOutside } from '../session/outside';

/** Whose cluster is meant. */
export interface EmergencyAccount {
  readonly session: Pick<DeliverySession, 'kubeconfig'>;
  readonly cluster: string;
  readonly io: Io;
}

/**
 * Does something as the account for emergencies, whom a deployer's rights don't stop; undefined where the kubeconfig has
 * none for the cluster (`<cluster>-break-glass`).
 * @throws ProblemError when the kubeconfig can't be read
 */
export async function withEmergencyAccount<T>(
  { session: { kubeconfig }, cluster, io }: EmergencyAccount,
  work: (client: ClusterClient) => Promise<T>,
): Promise<T | undefined> {
  const context = `${cluster}-break-glass`;
  if (!valueOf(listContexts(kubeconfig)).includes(context)) return undefined;
  const client = openCluster({ access: valueOf(readKubeconfig(kubeconfig, context)), outside: realOutside(io) });
  try {
    return await work(client);
  } finally {
    client.close();
  }
}
