import { defineTarget } from '../../language/target';
import { healthyPod, replicatedKinds } from '../../parts/pod-templates';
import type { DeploymentSpec } from '../../shapes/kubernetes';

/** What a Deployment and a StatefulSet say alike of their replicas. */
export type ReplicatedSpec = Pick<DeploymentSpec, 'replicas' | 'template'>;

/** What runs the same pod several times and replaces those that end. */
export default defineTarget<ReplicatedSpec>({
  name: 'replicated-workloads',
  namespaced: true,
  copied: true,
  shapes: [{ name: 'spec', kinds: replicatedKinds, root: ['spec'] }],
  healthy: {
    replicas: 2,
    template: {
      ...healthyPod,
      spec: {
        ...healthyPod.spec,
        topologySpreadConstraints: [
          {
            maxSkew: 1,
            topologyKey: 'topology.kubernetes.io/zone',
            whenUnsatisfiable: 'DoNotSchedule',
            labelSelector: { matchLabels: { app: 'web' } },
          },
        ],
      },
    },
  },
});
