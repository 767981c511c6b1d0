import { groupBy } from '../group-by';
import type { Model } from '../model';
import type { Cluster } from '../site/cluster';
import { sharedClusterOf } from '../site/shared-cluster';
import { blocksOf } from '../tenancy/block';
import type { Namespace } from '../tenancy/namespace';

/** What one cluster holds in one situation. */
export interface ClusterLoad {
  readonly cluster: string;
  /** The data center that is lost; undefined in normal operation.
   * @default - nothing is lost
   */
  readonly lost?: string | undefined;
  readonly namespaces: readonly Namespace[];
}

/** What a load is derived from. */
export type PlacedModel = Pick<Model, 'sites' | 'tenants' | 'systems' | 'namespaces'>;

/**
 * The namespaces of each cluster in normal operation, then after the loss of each data center for every cluster that
 * stands elsewhere: those that are there, at home or warm, and those that the lost site's tenants bring along.
 */
export function clusterLoads(
  model: PlacedModel,
  clusters: readonly Pick<Cluster, 'id' | 'site'>[],
): readonly ClusterLoad[] {
  const hosted = groupBy(model.namespaces, (namespace) => namespace.cluster);
  const moved = movedNamespaces(model);
  const normal = clusters.map(({ id }): ClusterLoad => ({ cluster: id, namespaces: hosted.get(id) ?? [] }));
  const lost = model.sites
    .filter((site) => site.kind === 'national-data-center')
    .flatMap((site) =>
      clusters
        .filter((cluster) => cluster.site !== site.id)
        .map(({ id }): ClusterLoad => ({
          cluster: id,
          lost: site.id,
          namespaces: [...(hosted.get(id) ?? []), ...(moved.get(`${site.id} ${id}`) ?? [])],
        })),
    );
  return [...normal, ...lost];
}

/** Namespaces that get a place in a shared cluster of the standby site only when their home is lost, by both. */
function movedNamespaces({ sites, tenants, systems, namespaces }: PlacedModel): ReadonlyMap<string, Namespace[]> {
  const centers = new Map(
    sites.flatMap((site) => (site.kind === 'national-data-center' ? [[site.id, site] as const] : [])),
  );
  const owners = new Map(tenants.map((tenant) => [tenant.id, tenant]));
  const blocks = blocksOf(tenants);
  const warm = new Set(systems.filter(({ placements }) => placements.length > 1).map(({ id }) => id));
  const moved = new Map<string, Namespace[]>();
  for (const namespace of namespaces) {
    if (namespace.role !== 'home' || warm.has(namespace.system)) continue;
    const standby = centers.get(owners.get(namespace.tenant)?.standbySite ?? '');
    if (standby === undefined) continue;
    const key = `${namespace.site} ${sharedClusterOf(standby, blocks.get(namespace.tenant) ?? '')}`;
    const list = moved.get(key) ?? [];
    list.push(namespace);
    moved.set(key, list);
  }
  return moved;
}
