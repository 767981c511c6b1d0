import { defineTarget } from '../../language/target';
import type { Ingress } from '../../shapes/kubernetes';

const HOST = 'dichvucong.example.vn';

/** Ingresses; the platform writes none, and operators that it did not choose do. */
export default defineTarget<Ingress>({
  name: 'ingresses',
  namespaced: true,
  shapes: [
    {
      name: 'ingress',
      kinds: [{ kind: 'Ingress', group: 'networking.k8s.io', version: 'v1', resource: 'ingresses' }],
    },
  ],
  healthy: {
    spec: {
      ingressClassName: 'platform',
      tls: [{ hosts: [HOST], secretName: 'web-certificate' }],
      rules: [
        {
          host: HOST,
          http: {
            paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 443 } } } }],
          },
        },
      ],
    },
  },
});
