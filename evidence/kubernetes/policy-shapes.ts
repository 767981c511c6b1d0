import { SELECTOR } from './selector';

/** Addresses, without others. */
export const BLOCK = { cidr: 'string', except: ['string'] } as const;
const PEERS = [{ podSelector: SELECTOR, namespaceSelector: SELECTOR, ipBlock: BLOCK }] as const;
const PORTS = [{ protocol: 'string', port: 'number', endPort: 'number' }] as const;
/** A rule of a NetworkPolicy in either section. */
export const NETWORK_RULE = { from: PEERS, to: PEERS, ports: PORTS } as const;

/** What a NetworkPolicy says (networking.k8s.io/v1). */
export const NETWORK_POLICY = {
  podSelector: SELECTOR,
  policyTypes: ['string'],
  ingress: [{ from: PEERS, ports: PORTS }],
  egress: [{ to: PEERS, ports: PORTS }],
} as const;

const ports = [{ protocol: 'string', port: 'string', endPort: 'number' }] as const;
const HOSTS = [{ matchName: 'string', matchPattern: 'string' }] as const;
const FROM = { fromEndpoints: [SELECTOR], fromCIDR: ['string'], fromCIDRSet: [BLOCK], toPorts: [{ ports }] } as const;
const TO = { toEndpoints: [SELECTOR], toCIDR: ['string'], toCIDRSet: [BLOCK], toPorts: [{ ports }] } as const;
// What is asked of name servers narrows further who is answered; the packets pass.
const toPorts = [{ ports, rules: { dns: HOSTS } }] as const;
const INGRESS = { ...FROM, fromEntities: ['string'], toPorts } as const;
const EGRESS = { ...TO, toEntities: ['string'], toFQDNs: HOSTS, toPorts } as const;
/** A rule of Cilium in any section. */
export const CILIUM_RULE = { ...INGRESS, ...EGRESS } as const;

/** What a policy of Cilium says (cilium.io/v2). */
export const CILIUM_POLICY = {
  endpointSelector: SELECTOR,
  enableDefaultDeny: { ingress: 'boolean', egress: 'boolean' },
  ingress: [INGRESS],
  ingressDeny: [FROM],
  egress: [EGRESS],
  egressDeny: [TO],
} as const;
