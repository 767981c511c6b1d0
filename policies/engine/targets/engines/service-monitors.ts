import { defineTarget } from '../../language/target';
import type { ServiceMonitor } from '../../shapes/prometheus-operator';

/** Services whose figures Prometheus collects. */
export default defineTarget<ServiceMonitor>({
  name: 'service-monitors',
  namespaced: true,
  shapes: [
    {
      name: 'monitor',
      kinds: [{ kind: 'ServiceMonitor', group: 'monitoring.coreos.com', version: 'v1', resource: 'servicemonitors' }],
    },
  ],
  healthy: {
    spec: {
      selector: { matchLabels: { app: 'web' } },
      endpoints: [{ port: 'metrics', scheme: 'https', tlsConfig: { insecureSkipVerify: false } }],
      namespaceSelector: { matchNames: ['example'] },
    },
  },
});
