import { defineTarget } from '../../language/target';
import type { PriorityClass } from '../../shapes/kubernetes';

/** Priority classes: whose pods go first where room runs out. */
export default defineTarget<PriorityClass>({
  name: 'priority-classes',
  namespaced: false,
  // The API server makes the classes of Kubernetes itself.
  exempt: ['system:apiserver'],
  shapes: [
    {
      name: 'class',
      kinds: [{ kind: 'PriorityClass', group: 'scheduling.k8s.io', version: 'v1', resource: 'priorityclasses' }],
    },
  ],
  healthy: { value: 300_000, globalDefault: false },
});
