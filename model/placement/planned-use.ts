import {
  clusterLimits,
  IDENTITIES_PER_NAMESPACE,
  NETWORK_POLICIES_PER_NAMESPACE,
  OBJECTS_PER_NAMESPACE,
  OBJECTS_PER_POD,
  PLANNED_SHARE,
  SERVICES_PER_NAMESPACE,
} from '../limits';
import type { ClusterLimit } from '../limits';
import type { Namespace } from '../tenancy/namespace';

/** A limit whose use is the sum over namespaces; nodes and admission policies are those of the cluster. */
export type NamespaceLimit = Exclude<ClusterLimit, 'nodes' | 'admissionPolicies'>;

/** The limits that namespaces use up. */
export const namespaceLimits: readonly NamespaceLimit[] = [
  'namespaces',
  'pods',
  'services',
  'identities',
  'objects',
  'networkPolicies',
];

/** How much of each limit namespaces are planned to use. */
export function plannedUse(namespaces: readonly Pick<Namespace, 'quota'>[]): Readonly<Record<NamespaceLimit, number>> {
  const pods = namespaces.reduce((sum, { quota }) => sum + quota.pods, 0);
  return {
    namespaces: namespaces.length,
    pods,
    services: namespaces.length * SERVICES_PER_NAMESPACE,
    identities: namespaces.length * IDENTITIES_PER_NAMESPACE,
    objects: namespaces.length * OBJECTS_PER_NAMESPACE + pods * OBJECTS_PER_POD,
    networkPolicies: namespaces.length * NETWORK_POLICIES_PER_NAMESPACE,
  };
}

/** How much of a limit may be planned. */
export function plannedMaximum(limit: ClusterLimit): number {
  return Math.floor(clusterLimits[limit].maximum * PLANNED_SHARE);
}
