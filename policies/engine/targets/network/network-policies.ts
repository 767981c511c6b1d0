import { labels } from '../../../../model/naming';
import { defineTarget } from '../../language/target';
import type { NetworkPolicy } from '../../shapes/kubernetes';

const peer = { namespaceSelector: { matchLabels: { [labels.system]: 'example-portal' } } } as const;
const ports = [{ port: 8443, protocol: 'TCP' }] as const;

/** Network policies; they add up, so one that opens too much takes the denial of all others away. */
export default defineTarget<NetworkPolicy>({
  name: 'network-policies',
  namespaced: true,
  shapes: [
    {
      name: 'policy',
      kinds: [{ kind: 'NetworkPolicy', group: 'networking.k8s.io', version: 'v1', resource: 'networkpolicies' }],
    },
  ],
  healthy: {
    spec: {
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [peer], ports }],
      egress: [{ to: [peer], ports }],
    },
  },
});
