/** API versions of Cluster API 1.11 and its Metal3 provider. */
export const apiVersions = {
  cluster: 'cluster.x-k8s.io/v1beta2',
  controlPlane: 'controlplane.cluster.x-k8s.io/v1beta2',
  bootstrap: 'bootstrap.cluster.x-k8s.io/v1beta2',
  infrastructure: 'infrastructure.cluster.x-k8s.io/v1beta1',
} as const;

/** A reference to another object of the same namespace, as the contract of Cluster API has it. */
export function contractReference(api: keyof typeof apiVersions, kind: string, name: string) {
  const apiGroup = apiVersions[api].slice(0, apiVersions[api].indexOf('/'));
  return { apiGroup, kind, name } as const;
}

/** Label by which Cluster API finds what belongs to a cluster. */
export const CLUSTER_NAME_LABEL = 'cluster.x-k8s.io/cluster-name';
