import type { JsonObject } from '../../../resources/resource';
import { ciliumPolicy, expectFlows, namespace, networkPolicy, pod } from './agreement/expect-flows';

const [caller, called] = [pod('a/caller', { app: 'caller' }), pod('a/called', { app: 'called' })];
const CALLED = 'endpointSelector: {matchLabels: {app: called}}';

/** The cluster of two pods with these rules about the one that is called. */
function into(rules: string, ...more: readonly JsonObject[]): readonly JsonObject[] {
  return [caller, called, ciliumPolicy('a', `{${CALLED}, ${rules}}`), ...more];
}

const between = 'a/caller > a/called 80/TCP';

describe('policies of Cilium, rule by rule', () => {
  it('rule 41: an empty rule closes, where an empty rule of a NetworkPolicy opens', () => {
    expectFlows(into('ingress: [{}]'), {
      [between]: 'denied',
      '203.0.113.1 > a/called 80/TCP': 'denied',
      'a/called > a/caller 80/TCP': 'allowed',
    });
    expectFlows([caller, called, networkPolicy('a', '{podSelector: {}, ingress: [{}]}')], { [between]: 'allowed' });
    expectFlows(into('egress: [{}]'), { 'a/called > a/caller 80/TCP': 'denied', [between]: 'allowed' });
  });

  it('rule 41: a rule with ports alone is about everybody', () => {
    expectFlows(into('ingress: [{toPorts: [{ports: [{port: "80", protocol: TCP}]}]}]'), {
      [between]: 'allowed',
      '203.0.113.1 > a/called 80/TCP': 'allowed',
      'a/caller > a/called 81/TCP': 'denied',
      'a/caller > a/called 80/UDP': 'denied',
    });
  });

  it('rule 41: ports have numbers, ranges or names, and without a protocol they are of any', () => {
    const web = pod('a/web', { app: 'called' }, { ports: [{ name: 'web', containerPort: 53, protocol: 'UDP' }] });
    const ports = '[{port: "80", endPort: 90}, {port: web}, {port: "0", protocol: SCTP}]';
    expectFlows([...into(`ingress: [{toPorts: [{ports: ${ports}}]}]`), web], {
      'a/caller > a/web 80/TCP': 'allowed',
      'a/caller > a/web 90/UDP': 'allowed',
      'a/caller > a/web 91/UDP': 'denied',
      'a/caller > a/web 53/UDP': 'allowed',
      'a/caller > a/called 53/UDP': 'denied',
      'a/caller > a/web 1/SCTP': 'allowed',
    });
  });

  it('rule 42: what one denies none allows, not even a NetworkPolicy', () => {
    const open = networkPolicy('a', '{podSelector: {}, ingress: [{}]}', 'open');
    const all = 'ingress: [{fromEntities: [all]}]';
    const denied = 'ingressDeny: [{fromEndpoints: [{matchLabels: {app: caller}}], toPorts: [{ports: [{port: "80"}]}]}]';
    for (const policies of [
      into(`${all}, ${denied}`),
      into(denied, open),
      into(all, ciliumPolicy(undefined, `{${CALLED}, ${denied}}`, 'whole')),
    ])
      expectFlows(policies, {
        [between]: 'denied',
        'a/caller > a/called 81/TCP': 'allowed',
        '203.0.113.1 > a/called 80/TCP': 'allowed',
      });
    expectFlows(into(denied), { 'a/caller > a/called 81/TCP': 'denied' });
  });

  it('rule 42: closing by default can be switched off for a direction', () => {
    const rule = 'ingress: [{fromEndpoints: [{matchLabels: {app: nobody}}]}]';
    expectFlows(into(`enableDefaultDeny: {ingress: false}, ${rule}`), { [between]: 'allowed' });
    expectFlows(into(`enableDefaultDeny: {egress: false}, ${rule}`), { [between]: 'denied' });
    const denied = 'ingressDeny: [{fromEntities: [world]}]';
    expectFlows(into(`enableDefaultDeny: {ingress: false}, ${denied}`), {
      [between]: 'allowed',
      '203.0.113.1 > a/called 80/TCP': 'denied',
    });
    expectFlows(into(`enableDefaultDeny: {ingress: false}, ${rule}`, networkPolicy('a', '{podSelector: {}}')), {
      [between]: 'denied',
    });
  });

  it('rule 43: the empty selector is the own namespace, or the whole cluster in a policy of the cluster', () => {
    const rules = `{${CALLED}, ingress: [{fromEndpoints: [{}]}]}`;
    const pods = [caller, called, pod('b/web')];
    expectFlows([...pods, ciliumPolicy('a', rules)], {
      [between]: 'allowed',
      'b/web > a/called 80/TCP': 'denied',
      '203.0.113.1 > a/called 80/TCP': 'denied',
    });
    expectFlows([...pods, ciliumPolicy(undefined, rules)], {
      [between]: 'allowed',
      'b/web > a/called 80/TCP': 'allowed',
      '203.0.113.1 > a/called 80/TCP': 'denied',
    });
  });

  it('rule 43: a selector may name another namespace, or labels of namespaces', () => {
    const pods = [namespace('b', { team: 'red' }), caller, called, pod('b/web', { app: 'web' })];
    const from = (labels: string): readonly JsonObject[] => [
      ...pods,
      ciliumPolicy('a', `{${CALLED}, ingress: [{fromEndpoints: [{matchLabels: {${labels}}}]}]}`),
    ];
    const web = 'b/web > a/called 80/TCP';
    expectFlows(from("'k8s:io.kubernetes.pod.namespace': b"), { [web]: 'allowed', [between]: 'denied' });
    expectFlows(from("io.kubernetes.pod.namespace: b, 'k8s:app': web"), { [web]: 'allowed', [between]: 'denied' });
    expectFlows(from("'k8s:io.cilium.k8s.namespace.labels.team': red"), { [web]: 'allowed', [between]: 'denied' });
    expectFlows(from("'any:app': caller"), { [web]: 'denied', [between]: 'allowed' });
  });

  it('rule 43: a policy of a namespace is about pods there, whatever namespace its selector names', () => {
    const subject = "endpointSelector: {matchLabels: {'k8s:io.kubernetes.pod.namespace': b}}";
    expectFlows([caller, pod('b/web'), ciliumPolicy('a', `{${subject}, ingress: [{}]}`)], {
      'a/caller > b/web 80/TCP': 'allowed',
      'b/web > a/caller 80/TCP': 'denied',
    });
  });

  it('rule 43: what stands before a label is cut off only where it is a source', () => {
    const web = pod('a/web', { 'k8s.io/part': 'web', 'io/part': 'other' });
    const from = (key: string): readonly JsonObject[] =>
      into(`ingress: [{fromEndpoints: [{matchLabels: {'${key}': web}}]}]`, web);
    for (const key of ['k8s.io/part', 'k8s:k8s.io/part'])
      expectFlows(from(key), { 'a/web > a/called 80/TCP': 'allowed' });
    expectFlows(from('k8s:io/part'), { 'a/web > a/called 80/TCP': 'denied' });
  });

  it('rule 44: entities are no blocks of addresses', () => {
    const agent = pod('a/agent', {}, { hostNetwork: true });
    const from = (peers: string): readonly JsonObject[] => into(`ingress: [{${peers}}]`, agent);
    const flows = (
      inside: 'allowed' | 'denied',
      node: 'allowed' | 'depends',
      outside: 'allowed' | 'denied' | 'depends',
    ): Parameters<typeof expectFlows>[1] => ({
      [between]: inside,
      'a/agent > a/called 80/TCP': node,
      '203.0.113.1 > a/called 80/TCP': outside,
      '2001:db8::1 > a/called 80/TCP': outside,
    });
    expectFlows(from('fromEntities: [world]'), flows('denied', 'depends', 'allowed'));
    expectFlows(from('fromEntities: [all]'), flows('allowed', 'allowed', 'allowed'));
    // An address outside may be that of a node, which is of the cluster.
    expectFlows(from('fromEntities: [cluster]'), flows('allowed', 'allowed', 'depends'));
    expectFlows(from("fromCIDR: [0.0.0.0/0, '::/0']"), flows('denied', 'depends', 'allowed'));
    expectFlows(
      from('fromCIDRSet: [{cidr: 203.0.0.0/8, except: [203.0.113.0/24]}]'),
      flows('denied', 'depends', 'denied'),
    );
  });
});
