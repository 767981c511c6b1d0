import { defineTarget } from '../../language/target';
import type { PodMonitor } from '../../shapes/prometheus-operator';

/** Pods whose figures Prometheus collects. */
export default defineTarget<PodMonitor>({
  name: 'pod-monitors',
  namespaced: true,
  shapes: [
    {
      name: 'monitor',
      kinds: [{ kind: 'PodMonitor', group: 'monitoring.coreos.com', version: 'v1', resource: 'podmonitors' }],
    },
  ],
  healthy: {
    spec: {
      selector: { matchLabels: { app: 'web' } },
      podMetricsEndpoints: [{ port: 'metrics', scheme: 'https', tlsConfig: { insecureSkipVerify: false } }],
    },
  },
});
