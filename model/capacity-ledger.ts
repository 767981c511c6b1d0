import type { Model } from './model';
import type { Cluster } from './site/cluster';
import type { Namespace } from './tenancy/namespace';

/** Promised and offered resources of one cluster in one situation; cores and GiB. */
export interface LedgerRow {
  readonly cluster: string;
  /** The data center that is lost; undefined in normal operation.
   * @default - nothing is lost
   */
  readonly lost?: string | undefined;
  readonly cpu: { readonly promised: number; readonly offered: number };
  readonly memoryGiB: { readonly promised: number; readonly offered: number };
  readonly pods: { readonly promised: number };
}

/**
 * The quota ledger: for each cluster that hosts systems, the sum of quotas against what it offers, at N (with
 * the reserve kept) and at N−1 for each lost data center (the reserve used, the lost tenants' systems added).
 */
export function capacityLedger(model: Model): readonly LedgerRow[] {
  const clusters = model.clusters.filter((cluster) => cluster.role !== 'management');
  const normal = clusters.map((cluster) => row(model, cluster, { namespaces: hosted(model, cluster.id) }));
  const lost = model.sites
    .filter((site) => site.kind === 'national-data-center')
    .flatMap((site) =>
      clusters
        .filter((cluster) => cluster.site !== site.id)
        .map((cluster) => {
          const moved = movedNamespaces(model, site.id, cluster);
          return row(model, cluster, { namespaces: [...hosted(model, cluster.id), ...moved], lost: site.id });
        }),
    );
  return [...normal, ...lost];
}

function hosted(model: Model, cluster: string): readonly Namespace[] {
  return model.namespaces.filter((namespace) => namespace.cluster === cluster);
}

/** Namespaces that a lost site's systems get on a surviving shared cluster, beyond those that stand there warm. */
function movedNamespaces(model: Model, lost: string, cluster: Cluster): readonly Namespace[] {
  if (cluster.role !== 'shared') return [];
  const owners = new Map(model.tenants.map((tenant) => [tenant.id, tenant]));
  const warm = new Set(model.systems.filter((system) => system.placements.length > 1).map((system) => system.id));
  return model.namespaces.filter(
    (namespace) =>
      namespace.role === 'home' &&
      namespace.site === lost &&
      !warm.has(namespace.system) &&
      owners.get(namespace.tenant)?.standbySite === cluster.site,
  );
}

function row(
  model: Model,
  cluster: Cluster,
  { namespaces, lost }: { namespaces: readonly Namespace[]; lost?: string },
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
    pods: { promised: sum(({ quota }) => quota.pods) },
  };
}
