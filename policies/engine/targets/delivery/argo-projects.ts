import { defineTarget } from '../../language/target';
import type { AppProject } from '../../shapes/argo-cd';

/** Projects of Argo CD: what their applications may bring, from where and to where. */
export default defineTarget<AppProject>({
  name: 'argo-projects',
  namespaced: true,
  shapes: [
    {
      name: 'project',
      kinds: [{ kind: 'AppProject', group: 'argoproj.io', version: 'v1alpha1', resource: 'appprojects' }],
    },
  ],
  healthy: {
    spec: {
      sourceRepos: ['https://git.example.vn/web'],
      destinations: [{ server: 'https://kubernetes.default.svc', namespace: 'example-web-server' }],
      clusterResourceWhitelist: [{ group: 'storage.k8s.io', kind: 'StorageClass' }],
    },
  },
});
