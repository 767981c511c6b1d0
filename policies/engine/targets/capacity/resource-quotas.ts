import { defineTarget } from '../../language/target';
import type { ResourceQuota } from '../../shapes/kubernetes';

/** Quotas: the share of a cluster that a namespace may use. */
export default defineTarget<ResourceQuota>({
  name: 'resource-quotas',
  namespaced: true,
  shapes: [
    {
      name: 'quota',
      kinds: [{ kind: 'ResourceQuota', group: '', version: 'v1', resource: 'resourcequotas' }],
    },
  ],
  healthy: {
    spec: {
      hard: {
        'requests.cpu': '2',
        'limits.cpu': '2',
        'requests.memory': '4Gi',
        'limits.memory': '4Gi',
        pods: '10',
      },
    },
  },
});
