import { defineTarget } from '../../language/target';
import type { LimitRange } from '../../shapes/kubernetes';

/** Limits of what a single container, pod or claim of a namespace may ask for. */
export default defineTarget<LimitRange>({
  name: 'limit-ranges',
  namespaced: true,
  shapes: [
    {
      name: 'range',
      kinds: [{ kind: 'LimitRange', group: '', version: 'v1', resource: 'limitranges' }],
    },
  ],
  healthy: {
    spec: {
      limits: [
        {
          type: 'Container',
          default: { cpu: '500m', memory: '512Mi' },
          defaultRequest: { cpu: '100m', memory: '128Mi' },
        },
      ],
    },
  },
});
