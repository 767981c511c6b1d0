import { defineTarget } from '../../language/target';
import type { PersistentVolumeClaim } from '../../shapes/kubernetes';

/** Claims to volumes: what a pod says that it needs of storage. */
export default defineTarget<PersistentVolumeClaim>({
  name: 'persistent-volume-claims',
  namespaced: true,
  shapes: [
    {
      name: 'claim',
      kinds: [{ kind: 'PersistentVolumeClaim', group: '', version: 'v1', resource: 'persistentvolumeclaims' }],
    },
  ],
  healthy: {
    spec: {
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'system-web',
      resources: { requests: { storage: '10Gi' } },
    },
  },
});
