import { defineTarget } from '../../language/target';
import type { StorageClass } from '../../shapes/kubernetes';

/** Storage classes: where volumes are made, and how. */
export default defineTarget<StorageClass>({
  name: 'storage-classes',
  namespaced: false,
  shapes: [
    {
      name: 'class',
      kinds: [{ kind: 'StorageClass', group: 'storage.k8s.io', version: 'v1', resource: 'storageclasses' }],
    },
  ],
  healthy: {
    provisioner: 'rook-ceph.rbd.csi.ceph.com',
    parameters: { pool: 'system-web', encrypted: 'true', encryptionKMSID: 'tenant-example' },
    reclaimPolicy: 'Retain',
    volumeBindingMode: 'WaitForFirstConsumer',
  },
});
