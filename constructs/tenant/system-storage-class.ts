import { StorageClass } from '@cdktf/provider-kubernetes/lib/storage-class';
import { Construct } from 'constructs';
import { labels, MANAGED_BY, storageClassName } from '../../model/naming';
import type { System } from '../../model/tenancy/system';
import { own } from '../ownership';

const ROOK_NAMESPACE = 'rook-ceph';

/** Id of the key of a tenant in the key service that Ceph-CSI asks. */
export function storageKeyId(tenant: string): string {
  return `tenant-${tenant}`;
}

/**
 * The storage of one system in one cluster: a pool of its own (Decree 331/2026 Art. 30.8 c), encrypted with its
 * owner's key, kept when the claim goes, and placed where the pod is.
 */
export class SystemStorageClass extends Construct {
  public readonly resource: StorageClass;

  public constructor(scope: Construct, system: System) {
    const name = storageClassName(system.id);
    super(scope, name);
    own(this, { tenant: system.owner, system: system.id, level: system.level, origin: system.origin });

    this.resource = new StorageClass(this, 'Resource', {
      metadata: {
        name,
        labels: {
          [labels.managedBy]: MANAGED_BY,
          [labels.tenant]: system.owner,
          [labels.system]: system.id,
          [labels.level]: String(system.level),
        },
      },
      storageProvisioner: `${ROOK_NAMESPACE}.rbd.csi.ceph.com`,
      parameters: cephParameters(name, system.owner),
      reclaimPolicy: 'Retain',
      volumeBindingMode: 'WaitForFirstConsumer',
      allowVolumeExpansion: true,
    });
  }
}

function cephParameters(pool: string, owner: string): Record<string, string> {
  const secrets = {
    provisioner: 'rook-csi-rbd-provisioner',
    'controller-expand': 'rook-csi-rbd-provisioner',
    'node-stage': 'rook-csi-rbd-node',
  };
  return {
    clusterID: ROOK_NAMESPACE,
    pool,
    imageFormat: '2',
    imageFeatures: 'layering',
    encrypted: 'true',
    encryptionKMSID: storageKeyId(owner),
    'csi.storage.k8s.io/fstype': 'ext4',
    ...Object.fromEntries(
      Object.entries(secrets).flatMap(([step, secret]) => [
        [`csi.storage.k8s.io/${step}-secret-name`, secret],
        [`csi.storage.k8s.io/${step}-secret-namespace`, ROOK_NAMESPACE],
      ]),
    ),
  };
}
