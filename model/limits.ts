/** A limit of a component: what it counts, how far it goes, and who says so. */
export interface Limit {
  readonly maximum: number;
  readonly source: string;
}

/** Limits of one cluster that decide how many shared clusters a site needs. */
export const clusterLimits = {
  nodes: { maximum: 5_000, source: 'Kubernetes SIG Scalability thresholds' },
  namespaces: { maximum: 10_000, source: 'Kubernetes SIG Scalability thresholds' },
  pods: { maximum: 150_000, source: 'Kubernetes SIG Scalability thresholds' },
  services: { maximum: 10_000, source: 'Kubernetes SIG Scalability thresholds' },
  identities: { maximum: 65_280, source: 'Cilium cluster-local identities: 16 bits less 1–255 reserved' },
} as const satisfies Record<string, Limit>;

/** Name of a cluster limit. */
export type ClusterLimit = keyof typeof clusterLimits;

/** The share of a limit that a plan may use. */
export const PLANNED_SHARE = 0.8;

/** Label sets of workloads that one namespace is planned for; each is one Cilium identity. */
export const IDENTITIES_PER_NAMESPACE = 4;

/** Services that one namespace is planned for. */
export const SERVICES_PER_NAMESPACE = 2;

/** Resources of one Terraform state (facts: 2,900 took 20–25 minutes to refresh). */
export const SHARD_RESOURCES_MAX = 1_000;

/** Days that an exception may last. */
export const EXCEPTION_DAYS_MAX = 180;
