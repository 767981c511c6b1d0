import { defineTarget } from '../../language/target';
import type { CiliumNetworkPolicy } from '../../shapes/cilium';

/** Cilium's own network policies of a namespace: they open what those of Kubernetes keep shut, and by names too. */
export default defineTarget<CiliumNetworkPolicy>({
  name: 'cilium-network-policies',
  namespaced: true,
  shapes: [
    {
      name: 'policy',
      kinds: [{ kind: 'CiliumNetworkPolicy', group: 'cilium.io', version: 'v2', resource: 'ciliumnetworkpolicies' }],
    },
  ],
  healthy: {
    spec: {
      endpointSelector: { matchLabels: { app: 'web' } },
      ingress: [
        {
          fromEndpoints: [{ matchLabels: { app: 'front' } }],
          toPorts: [{ ports: [{ port: '8080', protocol: 'TCP' }] }],
        },
      ],
      egress: [
        {
          toFQDNs: [{ matchName: 'objects.example.vn' }],
          toPorts: [{ ports: [{ port: '443', protocol: 'TCP' }] }],
        },
      ],
    },
  },
});
