import { readRules } from '../../../evidence/kubernetes/read-rules';
import { addressSet } from '../../../evidence/kubernetes/numbers';
import { Refused } from '../../../evidence/kubernetes/refuse';
import { readObjects, readProfile } from '../../../evidence/kubernetes/read-objects';
import { OpenPaths } from '../../../evidence/segmentation/open-paths';
import type { JsonObject } from '../../../resources/resource';

const NAMESPACE = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };
const CLOSED: JsonObject = { 'enable-policy': 'always' };

function settings(data: JsonObject): JsonObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'cilium-config', namespace: 'kube-system' }, data };
}

/** How a cluster of these objects is refused; its paths where it isn't. */
function judged(objects: readonly unknown[], data = CLOSED): unknown {
  try {
    const read = readObjects('one', [settings(data), NAMESPACE, ...objects]);
    const nodes = addressSet('10.0.0.0/24', 'nodes');
    return [...new OpenPaths(readRules(read, { ...readProfile('one', read), nodes }), nodes).all()].map(
      ({ from, to }) => ({ from, to }),
    );
  } catch (error) {
    if (error instanceof Refused) return `${error.refusal.at}: ${error.refusal.what}`;
    throw error;
  }
}

function networkPolicy(spec: unknown): JsonObject {
  const metadata = { name: 'rule', namespace: 'shop' };
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec: spec as JsonObject };
}

function ciliumPolicy(spec: unknown, kind = 'CiliumNetworkPolicy'): JsonObject {
  const metadata = kind === 'CiliumNetworkPolicy' ? { name: 'rule', namespace: 'shop' } : { name: 'rule' };
  return { apiVersion: 'cilium.io/v2', kind, metadata, spec: spec as JsonObject };
}

describe('the checker of segmentation', () => {
  it('refuses kinds that it can’t judge, by name', () => {
    const kinds = [
      { apiVersion: 'policy.networking.k8s.io/v1alpha2', kind: 'ClusterNetworkPolicy' },
      { apiVersion: 'crd.projectcalico.org/v1', kind: 'GlobalNetworkPolicy' },
      { apiVersion: 'cilium.io/v2alpha1', kind: 'CiliumNodeConfig' },
      { apiVersion: 'networking.k8s.io/v1beta1', kind: 'NetworkPolicy' },
      { apiVersion: 'v1', kind: 'List' },
    ];
    expect(kinds.map((one) => judged([{ ...one, metadata: { name: 'a' } }]))).toMatchInlineSnapshot(`
[
  "one[2]: is a policy.networking.k8s.io/v1alpha2/ClusterNetworkPolicy, which cannot be checked",
  "one[2]: is a crd.projectcalico.org/v1/GlobalNetworkPolicy, which cannot be checked",
  "one[2]: is a cilium.io/v2alpha1/CiliumNodeConfig, which cannot be checked",
  "one[2]: is a networking.k8s.io/v1beta1/NetworkPolicy, which cannot be checked",
  "one[2]: is a v1/List, which cannot be checked",
]
`);
  });

  it('refuses fields that it doesn’t know, with their place', () => {
    const specs = [
      networkPolicy({ podSelector: {}, ingress: [{ from: [{ serviceSelector: {} }] }] }),
      networkPolicy({ podSelector: {}, ingress: [{ ports: [{ port: 'web' }] }] }),
      networkPolicy({ podSelector: {}, ingress: [{ ports: [{ port: 443, endPort: 80 }] }] }),
      networkPolicy({ podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: '10.0.0.1/8' } }] }] }),
      networkPolicy({ podSelector: { matchExpressions: [{ key: 'a', operator: 'Like', values: ['b'] }] } }),
      ciliumPolicy({ endpointSelector: {}, egress: [{ toServices: [] }] }),
      ciliumPolicy({ endpointSelector: {}, egress: [{ toEntities: ['ingress'] }] }),
      ciliumPolicy({ endpointSelector: {}, ingress: [{ icmps: [] }] }),
      ciliumPolicy({ endpointSelector: {}, ingress: [{ fromFQDNs: [{ matchName: 'a.vn' }] }] }),
      ciliumPolicy({ nodeSelector: {} }, 'CiliumClusterwideNetworkPolicy'),
    ];
    expect(specs.map((one) => judged([one]))).toMatchInlineSnapshot(`
[
  "one/NetworkPolicy/shop/rule spec.ingress[0].from[0].serviceSelector: is nothing that can be checked",
  "one/NetworkPolicy/shop/rule spec.ingress[0].ports[0].port: is no number",
  "one/NetworkPolicy/shop/rule spec.ingress[0]: has no ports by number and protocol",
  "one/NetworkPolicy/shop/rule spec.egress[0]: is no block of addresses",
  "one/NetworkPolicy/shop/rule spec.podSelector.matchExpressions[0]: is no expression",
  "one/CiliumNetworkPolicy/shop/rule spec.egress[0].toServices: is nothing that can be checked",
  "one/CiliumNetworkPolicy/shop/rule spec.egress[0]: is an entity that cannot be checked",
  "one/CiliumNetworkPolicy/shop/rule spec.ingress[0].icmps: is nothing that can be checked",
  "one/CiliumNetworkPolicy/shop/rule spec.ingress[0].fromFQDNs: is nothing that can be checked",
  "one/CiliumClusterwideNetworkPolicy/-/rule spec.nodeSelector: is nothing that can be checked",
]
`);
  });

  it('refuses selectors that leave open whom they are about', () => {
    const specs = [
      ciliumPolicy({ endpointSelector: {}, ingress: [{ fromEndpoints: [{}] }] }, 'CiliumClusterwideNetworkPolicy'),
      ciliumPolicy({
        endpointSelector: {},
        ingress: [{ fromEndpoints: [{ matchLabels: { 'io.cilium.k8s.namespace.labels.a': 'b' } }] }],
      }),
      ciliumPolicy({ endpointSelector: { matchLabels: { 'reserved:init': '' } } }),
      networkPolicy({ podSelector: { matchExpressions: [{ key: 'a', operator: 'Exists' }] }, ingress: [{}] }),
    ];
    expect(specs.map((one) => judged([one]))).toMatchInlineSnapshot(`
[
  "one/CiliumClusterwideNetworkPolicy/-/rule spec.ingress[0]: leaves open which namespaces it is about",
  "one/CiliumNetworkPolicy/shop/rule spec.ingress[0]: leaves open which namespaces it is about",
  "one/CiliumNetworkPolicy/shop/rule spec: selects by reserved:init, which cannot be checked",
  "one/NetworkPolicy/shop/rule spec.ingress[0]: is about pods that no labels of one value each tell",
]
`);
  });

  it('refuses lists of Cilium that are empty, of which nobody knows whether they name nobody or all', () => {
    const specs = [{ fromEndpoints: [] }, { fromEndpoints: [{}], toPorts: [] }, { toPorts: [{ ports: [] }] }];
    expect(specs.map((rule) => judged([ciliumPolicy({ endpointSelector: {}, ingress: [rule] })]))).toEqual(
      specs.map(() => 'one/CiliumNetworkPolicy/shop/rule spec.ingress[0]: names peers in two ways, or lists none'),
    );
  });

  it('takes a label for what it is, whatever it is called', () => {
    const podSelector: unknown = JSON.parse('{"matchLabels":{"__proto__":"a","constructor":"b"}}');
    const [path] = judged([networkPolicy({ podSelector, ingress: [{}] })]) as readonly { readonly to: unknown }[];
    expect(JSON.stringify(path?.to)).toBe('{"namespace":"shop","labels":{"__proto__":"a","constructor":"b"}}');
  });

  it('refuses settings with which policies do something else, or nothing', () => {
    const all = [{ 'enable-policy': 'never' }, { 'policy-audit-mode': 'true' }, { 'policy-cidr-match-mode': 'pods' }];
    expect(all.map((data) => judged([], data))).toMatchInlineSnapshot(`
[
  "one/ConfigMap/kube-system/cilium-config data.enable-policy: is no setting that can be checked",
  "one/ConfigMap/kube-system/cilium-config data.policy-audit-mode: is no setting that can be checked",
  "one/ConfigMap/kube-system/cilium-config data.policy-cidr-match-mode: is no setting that can be checked",
]
`);
  });

  it('refuses objects that are there twice, and malformed ones', () => {
    expect([judged([NAMESPACE]), judged([7]), judged([{ kind: 'Pod' }])]).toMatchInlineSnapshot(`
[
  "one/Namespace/-/shop: is there twice",
  "one[2]: is no object of Kubernetes",
  "one[2]: is no object of Kubernetes",
]
`);
  });

  it('wants a policy that isolates every pod of each namespace in both directions where the plugin doesn’t', () => {
    const policies = [
      { podSelector: {}, policyTypes: ['Ingress'] },
      { podSelector: {}, policyTypes: ['Ingress', 'Egress'], ingress: [{ from: [{ podSelector: {} }] }] },
      { podSelector: { matchLabels: { app: 'web' } }, policyTypes: ['Ingress', 'Egress'] },
      { podSelector: {}, egress: [] },
    ];
    expect(policies.map((spec) => judged([networkPolicy(spec)], { 'enable-policy': 'default' })))
      .toMatchInlineSnapshot(`
[
  "shop: has pods that no policy isolates in egress",
  [],
  "shop: has pods that no policy isolates in ingress",
  "shop: has pods that no policy isolates in egress",
]
`);
  });

  it('takes a host name as open unless all addresses are denied', () => {
    const named = (cidrs: readonly string[]): JsonObject => {
      const [egress, egressDeny] = [[{ toFQDNs: [{ matchName: 'a.vn' }] }], [{ toCIDR: cidrs }]];
      return ciliumPolicy({ endpointSelector: {}, egress, egressDeny });
    };
    const path = { from: { namespace: 'shop' }, to: { name: 'a.vn' } };
    expect(judged([named(['10.0.0.0/8'])])).toEqual([path]);
    expect(judged([named(['0.0.0.0/0', '::/0'])])).toEqual([]);
  });

  it('refuses a denial that is about some of the pods that reach a host name', () => {
    const egress = [{ toFQDNs: [{ matchName: 'a.vn' }] }];
    const opening = ciliumPolicy({ endpointSelector: {}, egress });
    const denying = ciliumPolicy({
      endpointSelector: { matchLabels: { app: 'web' } },
      egressDeny: [{ toCIDR: ['0.0.0.0/0', '::/0'] }],
    });
    const other = { ...denying, metadata: { name: 'other', namespace: 'shop' } };
    expect(judged([opening, other])).toBe(
      'one/CiliumNetworkPolicy/shop/other spec.egressDeny[0]: denies in part what one/CiliumNetworkPolicy/shop/rule spec.egress[0] open',
    );
  });

  it('refuses a denial that is about some of the pods of a path, and hears one that is about all', () => {
    const opening = networkPolicy({ podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr: '192.0.2.0/24' } }] }] });
    const denying = (labels: JsonObject): JsonObject => ({
      ...ciliumPolicy({ endpointSelector: { matchLabels: labels }, ingressDeny: [{ fromCIDR: ['192.0.2.0/25'] }] }),
    });
    expect([judged([opening, denying({})]), judged([opening, denying({ app: 'web' })])]).toMatchInlineSnapshot(`
[
  [
    {
      "from": {
        "block": "192.0.2.128/25",
      },
      "to": {
        "namespace": "shop",
      },
    },
  ],
  "one/CiliumNetworkPolicy/shop/rule spec.ingressDeny[0]: denies in part what one/NetworkPolicy/shop/rule spec.ingress[0] open",
]
`);
  });
});
