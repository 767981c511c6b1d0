import type {
  NetworkPolicySpec,
  NetworkPolicySpecEgress,
  NetworkPolicySpecIngress,
} from '@cdktf/provider-kubernetes/lib/network-policy';
import type { NationFact } from '../../../model/facts/nation-fact';
import { DATABASE_LABEL, labels, platformNamespaceName } from '../../../model/naming';
import { METRICS } from '../../../model/segmentation/zone-flow';
import type { Cluster } from '../../../model/site/cluster';
import { API_SERVER_PORT } from '../../../model/platform/api-server';
import { dnsServers } from '../../../model/platform/dns-servers';
import type { PlatformCalled, PlatformService } from '../../../model/platform/platform-service';

type Rules = Omit<NetworkPolicySpec, 'podSelector'>;

const NAMESPACE_NAME = 'kubernetes.io/metadata.name';

/** What every platform namespace has: names, the API server both ways, metrics, and its own pods. */
export function baseRules(cluster: Cluster, { webhookPorts }: PlatformService): Rules {
  const nodes = blocks([cluster.nodes.ipv4, cluster.nodes.ipv6]);
  const webhooks = webhookPorts.length === 0 ? [] : [{ from: nodes, ports: tcp(webhookPorts) }];
  return {
    policyTypes: ['Ingress', 'Egress'],
    ingress: [
      { from: [{ podSelector: {} }] },
      { from: [inNamespace(platformNamespaceName('monitoring'))], ports: tcp([METRICS.port]) },
      ...webhooks,
    ],
    egress: [
      { to: [{ podSelector: {} }] },
      {
        to: [{ ...inNamespace(dnsServers.namespace), podSelector: { matchLabels: dnsServers.labels } }],
        ports: [...tcp([53]), { port: '53', protocol: 'UDP' }],
      },
      { to: nodes, ports: tcp([API_SERVER_PORT]) },
    ],
  };
}

/** What one service needs beyond that; undefined when it needs nothing. */
export function serviceRules(props: {
  readonly cluster: Cluster;
  readonly nation: Readonly<NationFact>;
  readonly service: PlatformService;
}): Rules | undefined {
  const ingress = ingressRules(props);
  const egress = egressRules(props);
  if (ingress.length + egress.length === 0) return undefined;
  const directions = [...(ingress.length > 0 ? ['Ingress'] : []), ...(egress.length > 0 ? ['Egress'] : [])];
  return {
    policyTypes: directions,
    ...(ingress.length > 0 ? { ingress } : {}),
    ...(egress.length > 0 ? { egress } : {}),
  };
}

function ingressRules({ cluster, nation, service }: Parameters<typeof serviceRules>[0]): NetworkPolicySpecIngress[] {
  const { callers, ports } = service;
  if (callers === 'nobody' || cluster.role === 'management') return [];
  const fromTenants = { from: [ofTenants()], ports: tcp(ports) };
  return callers === 'tenants' ? [fromTenants] : [fromTenants, { from: outside(cluster, nation), ports: tcp(ports) }];
}

/** A shared cluster serves the Internet; a dedicated one only the nation's own networks (level 5). */
function outside({ role }: Cluster, { addresses }: Readonly<NationFact>) {
  return blocks(role === 'shared' ? ['0.0.0.0/0', '::/0'] : [addresses.nodes4, addresses.unicast6]);
}

function egressRules({ cluster, service }: Parameters<typeof serviceRules>[0]): NetworkPolicySpecEgress[] {
  return service.calls.map(({ of, ports }) => ({ to: calledPeers(of, cluster), ports: tcp(ports) }));
}

function calledPeers(called: PlatformCalled, cluster: Cluster) {
  switch (called.kind) {
    case 'zone':
      return [{ namespaceSelector: { matchLabels: { [labels.zone]: called.zone } } }];
    case 'everybody':
      return [{ namespaceSelector: {} }];
    case 'databases':
      return [
        {
          namespaceSelector: { matchLabels: { [labels.zone]: 'database' } },
          podSelector: { matchExpressions: [{ key: DATABASE_LABEL, operator: 'Exists' }] },
        },
      ];
    case 'nodes':
      return blocks([cluster.nodes.ipv4, cluster.nodes.ipv6]);
  }
}

function ofTenants() {
  return { namespaceSelector: { matchExpressions: [{ key: labels.tenant, operator: 'Exists' }] } };
}

function inNamespace(name: string) {
  return { namespaceSelector: { matchLabels: { [NAMESPACE_NAME]: name } } };
}

function blocks(cidrs: readonly string[]) {
  return cidrs.map((cidr) => ({ ipBlock: { cidr } }));
}

function tcp(ports: readonly number[]) {
  return ports.map((port) => ({ port: String(port), protocol: 'TCP' }));
}
