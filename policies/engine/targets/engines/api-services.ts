import { defineTarget } from '../../language/target';
import type { APIService } from '../../shapes/kubernetes';

/** Parts of the API that another program serves, behind the API server. */
export default defineTarget<APIService>({
  name: 'api-services',
  namespaced: false,
  // The API server registers what it serves itself.
  exempt: ['system:apiserver'],
  shapes: [
    {
      name: 'service',
      kinds: [
        {
          kind: 'APIService',
          group: 'apiregistration.k8s.io',
          version: 'v1',
          resource: 'apiservices',
          frame: { metadata: { name: 'v1.metrics.example.vn' } },
        },
      ],
    },
  ],
  healthy: {
    spec: {
      group: 'metrics.example.vn',
      groupPriorityMinimum: 100,
      insecureSkipTLSVerify: false,
      service: { name: 'metrics', namespace: 'platform-monitoring' },
      version: 'v1',
      versionPriority: 100,
    },
  },
});
