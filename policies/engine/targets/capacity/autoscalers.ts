import { defineTarget } from '../../language/target';
import type { HorizontalPodAutoscaler } from '../../shapes/kubernetes';

/** What makes more replicas under load, and takes them away again. */
export default defineTarget<HorizontalPodAutoscaler>({
  name: 'autoscalers',
  namespaced: true,
  shapes: [
    {
      name: 'autoscaler',
      kinds: [
        { kind: 'HorizontalPodAutoscaler', group: 'autoscaling', version: 'v2', resource: 'horizontalpodautoscalers' },
      ],
    },
  ],
  healthy: {
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      minReplicas: 2,
      maxReplicas: 6,
    },
  },
});
