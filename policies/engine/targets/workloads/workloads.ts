import { defineTarget } from '../../language/target';
import { healthyPod, templateShapes } from '../../parts/pod-templates';
import type { PodTemplateSpec } from '../../shapes/kubernetes';

/** Pods, and everything that makes pods: the template of one is looked at as the pod itself. */
export default defineTarget<PodTemplateSpec>({
  name: 'workloads',
  namespaced: true,
  copied: true,
  shapes: [
    {
      name: 'pod',
      kinds: [
        { kind: 'Pod', group: '', version: 'v1', resource: 'pods', subresources: ['ephemeralcontainers', 'resize'] },
      ],
    },
    ...templateShapes,
  ],
  healthy: healthyPod,
});
