import { defineTarget } from '../../language/target';
import type { PersistentVolume } from '../../shapes/kubernetes';

/** Volumes, whether a person writes them or the storage makes them for a claim. */
export default defineTarget<PersistentVolume>({
  name: 'persistent-volumes',
  namespaced: false,
  shapes: [
    {
      name: 'volume',
      kinds: [{ kind: 'PersistentVolume', group: '', version: 'v1', resource: 'persistentvolumes' }],
    },
  ],
  healthy: {
    spec: {
      accessModes: ['ReadWriteOnce'],
      capacity: { storage: '10Gi' },
      csi: { driver: 'rook-ceph.rbd.csi.ceph.com', volumeHandle: 'volume-1' },
      persistentVolumeReclaimPolicy: 'Retain',
      storageClassName: 'system-web',
    },
  },
});
