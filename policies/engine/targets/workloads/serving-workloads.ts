import { defineTarget } from '../../language/target';
import { healthyPod, servingKinds } from '../../parts/pod-templates';
import type { PodTemplateSpec } from '../../shapes/kubernetes';

/** What keeps pods that serve running: their template is looked at as the pod itself. Jobs end by themselves. */
export default defineTarget<PodTemplateSpec>({
  name: 'serving-workloads',
  namespaced: true,
  copied: true,
  shapes: [{ name: 'template', kinds: servingKinds, root: ['spec', 'template'] }],
  healthy: healthyPod,
});
