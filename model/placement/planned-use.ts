import { clusterLimits, IDENTITIES_PER_NAMESPACE, PLANNED_SHARE, SERVICES_PER_NAMESPACE } from '../limits';
import type { ClusterLimit } from '../limits';
import type { Namespace } from '../tenancy/namespace';

/** A limit whose use is the sum over namespaces; nodes are the only other. */
export type NamespaceLimit = Exclude<ClusterLimit, 'nodes'>;

/** The limits that namespaces use up. */
export const namespaceLimits: readonly NamespaceLimit[] = ['namespaces', 'pods', 'services', 'identities'];

/** How much of each limit namespaces are planned to use. */
export function plannedUse(namespaces: readonly Pick<Namespace, 'quota'>[]): Readonly<Record<NamespaceLimit, number>> {
  return {
    namespaces: namespaces.length,
    pods: namespaces.reduce((sum, { quota }) => sum + quota.pods, 0),
    services: namespaces.length * SERVICES_PER_NAMESPACE,
    identities: namespaces.length * IDENTITIES_PER_NAMESPACE,
  };
}

/** How much of a limit may be planned. */
export function plannedMaximum(limit: ClusterLimit): number {
  return Math.floor(clusterLimits[limit].maximum * PLANNED_SHARE);
}
