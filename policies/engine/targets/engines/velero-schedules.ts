import { defineTarget } from '../../language/target';
import type { Schedule } from '../../shapes/velero';

/** Backups that Velero makes again and again. */
export default defineTarget<Schedule>({
  name: 'velero-schedules',
  namespaced: true,
  shapes: [
    {
      name: 'schedule',
      kinds: [{ kind: 'Schedule', group: 'velero.io', version: 'v1', resource: 'schedules' }],
    },
  ],
  healthy: {
    spec: {
      schedule: '10 * * * *',
      paused: false,
      template: {
        includedNamespaces: ['example-web-server'],
        snapshotVolumes: true,
        snapshotMoveData: true,
        storageLocation: 'site-object-lock-90',
        ttl: '2160h0m0s',
      },
    },
  },
});
