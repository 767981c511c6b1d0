import { defineTarget } from '../../language/target';
import { healthyPod, templateShapes } from '../../parts/pod-templates';
import type { PodTemplateSpec } from '../../shapes/kubernetes';

/** Everything that makes pods, without the pods: for what Kubernetes itself writes into a pod later. */
export default defineTarget<PodTemplateSpec>({
  name: 'pod-templates',
  namespaced: true,
  copied: true,
  shapes: templateShapes,
  healthy: healthyPod,
});
