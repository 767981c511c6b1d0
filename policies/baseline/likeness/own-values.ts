/** A field of platform objects that has a value of its own in each cluster, and why. */
export interface OwnValue {
  readonly kind: string;
  /** Name of the object; undefined for every name.
   * @default - every name
   */
  readonly name?: string;
  readonly path: RegExp;
  readonly why: string;
}

/** Fields whose value follows from the place: likeness asks that they are there, not what they say. */
export const ownValues: readonly OwnValue[] = [
  {
    kind: 'CiliumLoadBalancerIPPool',
    path: /^spec\.blocks$/,
    why: 'each cluster has addresses of its own in the plan',
  },
  {
    kind: 'CiliumNetworkPolicy',
    name: 'destinations',
    path: /\.(?:toFQDNs|rules\.dns)$/,
    why: 'hosts are named after the site, and after the clusters that it has',
  },
  {
    kind: 'ConfigMap',
    name: 'cilium-config',
    path: /^data\.cluster-id$/,
    why: 'the number of a cluster in the mesh is its own',
  },
  { kind: 'ConfigMap', name: 'site-descriptor', path: /^data\.site\.json$/, why: 'it describes the site' },
  {
    kind: 'KubeadmControlPlane',
    path: /\.extraArgs\[node-cidr-mask-size-ipv[46]\]\.value$/,
    why: 'the share of a node follows from how many nodes the block of pods must serve',
  },
  { kind: 'ResourceQuota', path: /^spec\.hard\./, why: 'it grows with the hosts of the cluster' },
];
