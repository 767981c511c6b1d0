import type { JsonObject } from '../../../../resources/resource';
import { CLUSTER, type GivenResource } from '../../../support/view-of';
import { defaultDeny, flows, namespaceObject, networkPolicy, platform, tcp, zonePeer } from '../../network/kit/objects';

/** Settings of Cilium under which nothing passes without a policy. */
export const closedPlugin: JsonObject = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'cilium-config', namespace: 'kube-system' },
  data: { 'enable-policy': 'always', 'policy-cidr-match-mode': 'nodes' },
};

/** The land database answers behind the front blocks of the sites where it stands. */
export const landBlocks = ['10.97.16.0/20', '2001:db8:61:100::/56', '10.98.16.0/20', '2001:db8:62:100::/56'];

/** The policies of all paths to and from the servers of `procedures-p01` in their cluster, at both ends. */
export function conversation(): readonly (JsonObject | GivenResource)[] {
  const ends = ['p01-proc-dmz', 'p01-proc-server', 'p01-proc-database', 'p01-proc-management'];
  return [
    closedPlugin,
    ...ends.flatMap((name) => [namespaceObject(name), defaultDeny(name), platform(name)]),
    egressOf('p01-proc-dmz', [{ to: [zonePeer('server')], ports: [tcp(8443)] }]),
    networkPolicy('flows-ingress', 'p01-proc-server', {
      podSelector: {},
      ingress: [
        { from: [zonePeer('dmz')], ports: [tcp(8443)] },
        { from: [zonePeer('management')], ports: [tcp(9090)] },
      ],
      policyTypes: ['Ingress'],
    }),
    egressOf('p01-proc-server', [
      { to: [zonePeer('database')], ports: [tcp(5432)] },
      { to: landBlocks.map((cidr) => ({ ipBlock: { cidr } })), ports: [tcp(443)] },
    ]),
    flows('p01-proc-database', 'ingress', { from: [zonePeer('server')], ports: [tcp(5432)] }),
    egressOf('p01-proc-management', [{ to: [zonePeer('server')], ports: [tcp(9090)] }]),
    monitoring,
  ];
}

/** The monitoring reads the metrics of every namespace. */
const monitoring: GivenResource = {
  cluster: CLUSTER,
  body: {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'service', namespace: 'platform-monitoring' },
    spec: {
      podSelector: {},
      policyTypes: ['Egress'],
      egress: [{ to: [{ namespaceSelector: {} }], ports: [tcp(9090)] }],
    },
  },
};

/** What a namespace may call. */
export function egressOf(namespace: string, egress: readonly JsonObject[]): GivenResource {
  return networkPolicy('flows-egress', namespace, { podSelector: {}, egress: [...egress], policyTypes: ['Egress'] });
}

/** One more opening of a namespace for those who call it. */
export function openTo(namespace: string, from: JsonObject, port: JsonObject): GivenResource {
  return networkPolicy('more', namespace, {
    podSelector: {},
    policyTypes: ['Ingress'],
    ingress: [{ from: [from], ports: [port] }],
  });
}

/** A denial of Cilium that beats what any other policy accepts. */
export function denyFrom(namespace: string, labels: JsonObject): JsonObject {
  return {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumNetworkPolicy',
    metadata: { name: 'deny', namespace },
    spec: {
      endpointSelector: {},
      ingressDeny: [{ fromEndpoints: [{ matchLabels: labels }] }],
      enableDefaultDeny: { ingress: false, egress: false },
    },
  };
}
