/** Kinds whose deletion takes data or machines away, with their API group. */
const table: readonly (readonly [group: string, kind: string])[] = [
  ['', 'Namespace'],
  ['', 'PersistentVolume'],
  ['', 'PersistentVolumeClaim'],
  ['apps', 'StatefulSet'],
  ['cluster.x-k8s.io', 'Cluster'],
  ['cluster.x-k8s.io', 'MachineDeployment'],
  ['controlplane.cluster.x-k8s.io', 'KubeadmControlPlane'],
  ['infrastructure.cluster.x-k8s.io', 'Metal3Cluster'],
  ['metal3.io', 'BareMetalHost'],
  ['objectbucket.io', 'ObjectBucketClaim'],
  ['postgresql.cnpg.io', 'Cluster'],
  ['velero.io', 'BackupStorageLocation'],
];

/** Whether data or machines are lost with an object of this kind. */
export function isKept(group: string, kind: string): boolean {
  return table.some(([knownGroup, knownKind]) => knownGroup === group && knownKind === kind);
}
