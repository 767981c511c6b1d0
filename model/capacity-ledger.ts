import { PLATFORM_PODS_PER_NODE } from './limits';
import type { Model } from './model';
import { clusterLoads, type ClusterLoad } from './placement/cluster-load';
import type { Cluster } from './site/cluster';
import { tryFindNodeBlocks } from './site/node-blocks';
import type { Namespace } from './tenancy/namespace';

/** Promised and offered resources of one cluster in one situation; cores, GiB and pods. */
export interface LedgerRow {
  readonly cluster: string;
  /** The data center that is lost; undefined in normal operation.
   * @default - nothing is lost
   */
  readonly lost?: string | undefined;
  readonly cpu: { readonly promised: number; readonly offered: number };
  readonly memoryGiB: { readonly promised: number; readonly offered: number };
  /** Offered is what the workers' kubelets take, less the platform's own pods. */
  readonly pods: { readonly promised: number; readonly offered: number };
}

/**
 * The quota ledger: for each cluster that hosts systems, the sum of quotas against what it offers, at N (with
 * the reserve kept) and at N−1 for each lost data center (the reserve used, the lost tenants' systems added).
 */
export function capacityLedger(model: Model): readonly LedgerRow[] {
  const clusters = new Map(model.clusters.filter(({ role }) => role !== 'management').map((one) => [one.id, one]));
  return clusterLoads(model, [...clusters.values()]).flatMap((load) => {
    const cluster = clusters.get(load.cluster);
    return cluster === undefined ? [] : [row(model, cluster, load)];
  });
}

function row(
  model: Model,
  cluster: Cluster,
  { namespaces, lost }: Pick<ClusterLoad, 'namespaces' | 'lost'>,
): LedgerRow {
  const { reserveShare, overcommit } = model.nation;
  const usable = lost === undefined ? 1 - reserveShare : 1;
  const sum = (pick: (namespace: Namespace) => number): number =>
    namespaces.reduce((total, namespace) => total + pick(namespace), 0);
  return {
    cluster: cluster.id,
    lost,
    cpu: {
      promised: sum(({ quota }) => quota.cpu),
      offered: Math.floor(cluster.capacity.cpu * overcommit.cpu * usable),
    },
    memoryGiB: {
      promised: sum(({ quota }) => quota.memoryGiB),
      offered: Math.floor(cluster.capacity.memoryGiB * overcommit.memory * usable),
    },
    pods: { promised: sum(({ quota }) => quota.pods), offered: Math.floor(podsOf(cluster) * usable) },
  };
}

/** Pods that the workers of a cluster take beside the platform's; none where addresses don't reach for its nodes. */
function podsOf(cluster: Cluster): number {
  const podsPerNode = tryFindNodeBlocks(cluster)?.podsPerNode ?? 0;
  return cluster.capacity.hosts * Math.max(0, podsPerNode - PLATFORM_PODS_PER_NODE);
}
