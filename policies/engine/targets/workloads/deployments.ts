import { defineTarget } from '../../language/target';
import { deploymentKind, healthyPod } from '../../parts/pod-templates';
import type { DeploymentSpec } from '../../shapes/kubernetes';

/** Deployments, which also say how their pods are replaced by new ones. */
export default defineTarget<DeploymentSpec>({
  name: 'deployments',
  namespaced: true,
  copied: true,
  shapes: [{ name: 'spec', kinds: [deploymentKind], root: ['spec'] }],
  healthy: { replicas: 2, strategy: { type: 'RollingUpdate' }, template: healthyPod },
});
