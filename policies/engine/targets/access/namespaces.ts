import { labels } from '../../../../model/naming';
import { defineTarget } from '../../language/target';
import type { Namespace } from '../../shapes/kubernetes';

/** Namespaces: their labels tell whose they are, and policies select by them. */
export default defineTarget<Namespace>({
  name: 'namespaces',
  namespaced: false,
  // The API server makes `default` and those of Kubernetes itself when it starts.
  exempt: ['system:apiserver'],
  shapes: [{ name: 'namespace', kinds: [{ kind: 'Namespace', group: '', version: 'v1', resource: 'namespaces' }] }],
  healthy: {
    metadata: {
      labels: {
        [labels.tenant]: 'example',
        [labels.system]: 'example-portal',
        [labels.zone]: 'server',
        [labels.level]: '3',
        [labels.site]: 'ndc-1',
        'pod-security.kubernetes.io/enforce': 'restricted',
        'pod-security.kubernetes.io/enforce-version': 'v1.36',
      },
    },
  },
});
