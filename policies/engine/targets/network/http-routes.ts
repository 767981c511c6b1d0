import { defineTarget } from '../../language/target';
import type { HTTPRoute } from '../../shapes/gateway-api';

/** Routes by which a gateway hands requests of a host to a service. */
export default defineTarget<HTTPRoute>({
  name: 'http-routes',
  namespaced: true,
  shapes: [
    {
      name: 'route',
      kinds: [{ kind: 'HTTPRoute', group: 'gateway.networking.k8s.io', version: 'v1', resource: 'httproutes' }],
    },
  ],
  healthy: {
    spec: {
      parentRefs: [{ name: 'platform', namespace: 'platform-gateway' }],
      hostnames: ['dichvucong.example.vn'],
      rules: [{ backendRefs: [{ name: 'web', port: 8443 }] }],
    },
  },
});
