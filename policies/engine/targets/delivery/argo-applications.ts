import { defineTarget } from '../../language/target';
import type { Application } from '../../shapes/argo-cd';

/** Applications of Argo CD: a folder or chart that it keeps in a cluster. */
export default defineTarget<Application>({
  name: 'argo-applications',
  namespaced: true,
  shapes: [
    {
      name: 'application',
      kinds: [{ kind: 'Application', group: 'argoproj.io', version: 'v1alpha1', resource: 'applications' }],
    },
  ],
  healthy: {
    spec: {
      project: 'web',
      source: { repoURL: 'https://git.example.vn/web', path: 'web', targetRevision: 'main' },
      destination: { server: 'https://kubernetes.default.svc', namespace: 'example-web-server' },
    },
  },
});
