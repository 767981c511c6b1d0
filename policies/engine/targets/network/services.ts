import { defineTarget } from '../../language/target';
import type { Service } from '../../shapes/kubernetes';

/** Services: the addresses under which pods are reached. */
export default defineTarget<Service>({
  name: 'services',
  namespaced: true,
  shapes: [{ name: 'service', kinds: [{ kind: 'Service', group: '', version: 'v1', resource: 'services' }] }],
  healthy: { spec: { type: 'ClusterIP', selector: { app: 'web' }, ports: [{ port: 443, targetPort: 8443 }] } },
});
