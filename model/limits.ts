/** A limit of a component: what it counts, how far it goes, and who says so. */
export interface Limit {
  readonly maximum: number;
  readonly source: string;
}

/** Pods of one node; the kubelet refuses more (its `maxPods`, which the cluster configuration sets). */
export const PODS_PER_NODE_MAX: Limit = {
  maximum: 110,
  source: 'Kubernetes SIG Scalability thresholds, and the kubelet’s default',
};

/**
 * Pods of a worker that no quota may promise: Cilium and its proxy, the drivers of storage, node exporter, log shipper,
 * backup agent, and the worker’s share of the platform’s own workloads (Red Hat counts 10 to 15 system pods a node).
 */
export const PLATFORM_PODS_PER_NODE = 15;

/** Limits of one cluster that decide how many shared clusters a site needs. */
export const clusterLimits = {
  nodes: { maximum: 5_000, source: 'Kubernetes SIG Scalability thresholds' },
  namespaces: { maximum: 10_000, source: 'Kubernetes SIG Scalability thresholds' },
  pods: { maximum: 150_000, source: 'Kubernetes SIG Scalability thresholds' },
  services: { maximum: 10_000, source: 'Kubernetes SIG Scalability thresholds' },
  objects: {
    maximum: 250_000,
    source: 'Kubernetes SIG Scalability thresholds of release 1.8; the present table leaves the sum open',
  },
  networkPolicies: {
    maximum: 20_000,
    source: 'a parameter, for no project states one: three times the fullest cluster that the gate was measured with',
  },
  admissionPolicies: {
    maximum: 200,
    source: 'kubernetes/kubernetes#133383: 256 bindings on one request took 1.2 s; API calls may take 1 s',
  },
  identities: { maximum: 65_280, source: 'Cilium cluster-local identities: 16 bits less 1–255 reserved' },
} as const satisfies Record<string, Limit>;

/** Name of a cluster limit. */
export type ClusterLimit = keyof typeof clusterLimits;

/** Entries of the policy map of one endpoint; what doesn’t fit is dropped at random, and the agent must restart to change it. */
export const policyMapLimits = {
  default: { maximum: 16_384, source: 'Cilium’s --bpf-policy-map-max where nothing else is set; cilium/cilium#46189' },
  maximum: { maximum: 65_536, source: 'the most that Cilium takes for --bpf-policy-map-max; cilium/cilium#46189' },
} as const satisfies Record<string, Limit>;

/** The share of a limit that a plan may use. */
export const PLANNED_SHARE = 0.8;

/** Label sets of workloads that one namespace is planned for; each is one Cilium identity. */
export const IDENTITIES_PER_NAMESPACE = 4;

/** Network policies that one namespace is planned for: default denial, its flows in and out, the platform’s. */
export const NETWORK_POLICIES_PER_NAMESPACE = 5;

/** Admission policies, each bound once, that one cluster is planned for. */
export const ADMISSION_POLICIES_PER_CLUSTER = 100;

/**
 * Objects that one namespace is planned for beside its pods: about 11 that are written, those that Kubernetes and Cilium
 * add (accounts, root certificates, endpoints, identities), and the tenant’s own workloads and settings.
 */
export const OBJECTS_PER_NAMESPACE = 30;

/** Objects that come with one pod: itself and its Cilium endpoint. */
export const OBJECTS_PER_POD = 2;

/** Services that one namespace is planned for. */
export const SERVICES_PER_NAMESPACE = 2;

/** Resources of one Terraform state (facts: 2,900 took 20–25 minutes to refresh). */
export const SHARD_RESOURCES_MAX = 1_000;

/** Days that an exception may last. */
export const EXCEPTION_DAYS_MAX = 180;
