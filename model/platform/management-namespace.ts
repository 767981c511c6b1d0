import { platformNamespaceName } from '../naming';
import type { Cluster } from '../site/cluster';

/** Namespace, in the management cluster, of the machines and hosts of one cluster: hosts never mix. */
export function machinesNamespace(cluster: Pick<Cluster, 'id'>): string {
  return platformNamespaceName(`machines-${cluster.id}`);
}

/** Namespace, in the management cluster, of what belongs to the site itself: its descriptor and its spares. */
export const SITE_NAMESPACE = platformNamespaceName('site');
