import { defineTarget } from '../../language/target';
import type { PodDisruptionBudget } from '../../shapes/kubernetes';

/** Budgets of how many pods may be away while nodes are drained. */
export default defineTarget<PodDisruptionBudget>({
  name: 'pod-disruption-budgets',
  namespaced: true,
  shapes: [
    {
      name: 'budget',
      kinds: [{ kind: 'PodDisruptionBudget', group: 'policy', version: 'v1', resource: 'poddisruptionbudgets' }],
    },
  ],
  healthy: { spec: { maxUnavailable: 1, selector: { matchLabels: { app: 'web' } } } },
});
