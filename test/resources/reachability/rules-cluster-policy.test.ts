import { readCluster } from '../../../resources/reachability/cluster-input';
import type { JsonObject } from '../../../resources/resource';
import {
  ciliumPolicy,
  clusterPolicy,
  expectFlows,
  namespace,
  networkPolicy,
  pod,
  yaml,
} from './agreement/expect-flows';
import { answersOf } from './agreement/answers';
import { resourceOf } from './agreement/resource-of';

const [caller, called] = [pod('a/caller', { app: 'caller' }), pod('a/called', { app: 'called' })];
const FROM_ALL = 'from: [{namespaces: {}}]';
const TO_ALL = 'to: [{namespaces: {}}]';

/** A policy of one tier that does one thing to all that comes from pods. */
function ingress(action: string, tier: string, priority = 10): JsonObject {
  return clusterPolicy(
    `{tier: ${tier}, priority: ${priority}, ingress: [{action: ${action}, ${FROM_ALL}}]}`,
    `${tier}-${action}-${priority}`.toLowerCase(),
  );
}

const closed = networkPolicy('a', '{podSelector: {}}', 'closed');
const open = networkPolicy('a', '{podSelector: {}, ingress: [{}]}', 'open');

/** What becomes of a flow from pod to pod. */
function expectBetween(policies: readonly JsonObject[], verdict: 'allowed' | 'denied' | 'depends'): void {
  expectFlows([caller, called, ...policies], { 'a/caller > a/called 80/TCP': verdict });
}

describe('ClusterNetworkPolicy, rule by rule', () => {
  it('rule 28: Admin comes before NetworkPolicies, they before Baseline, and then all is open', () => {
    expectBetween([ingress('Deny', 'Admin'), open, ingress('Accept', 'Baseline')], 'denied');
    expectBetween([ingress('Accept', 'Admin'), closed, ingress('Deny', 'Baseline')], 'allowed');
    expectBetween([open, ingress('Deny', 'Baseline')], 'allowed');
    expectBetween([ingress('Deny', 'Baseline')], 'denied');
    expectBetween([], 'allowed');
  });

  it('rule 28: the older API has the same tiers', () => {
    const [admin = {}, baseline = {}] = yaml(`
apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: {name: admin}
spec: {priority: 5, subject: {namespaces: {}}, ingress: [{action: Allow, ${FROM_ALL}, ports: [{portNumber: {protocol: TCP, port: 80}}, {portRange: {start: 90, end: 95}}, {namedPort: web}]}]}
---
apiVersion: policy.networking.k8s.io/v1alpha1
kind: BaselineAdminNetworkPolicy
metadata: {name: default}
spec: {subject: {namespaces: {}}, ingress: [{action: Deny, ${FROM_ALL}}]}`);
    const web = pod('a/web', {}, { ports: [{ name: 'web', containerPort: 53, protocol: 'UDP' }] });
    expectFlows([caller, web, admin, baseline], {
      'a/caller > a/web 80/TCP': 'allowed',
      'a/caller > a/web 80/UDP': 'denied',
      'a/caller > a/web 89/TCP': 'denied',
      'a/caller > a/web 95/TCP': 'allowed',
      'a/caller > a/web 53/UDP': 'allowed',
      'a/caller > a/web 53/TCP': 'denied',
    });
  });

  it('rule 29: the lower priority comes first, then the order of rules, and the first that is met decides', () => {
    expectBetween([ingress('Accept', 'Admin', 6), ingress('Deny', 'Admin', 5)], 'denied');
    expectBetween([ingress('Accept', 'Admin', 4), ingress('Deny', 'Admin', 5)], 'allowed');
    expectBetween([ingress('Accept', 'Admin', 1000), ingress('Deny', 'Admin', 0)], 'denied');
    const rules = (first: string, second: string): JsonObject =>
      clusterPolicy(
        `ingress: [{action: ${first}, ${FROM_ALL}, protocols: [{tcp: {destinationPort: {number: 80}}}]}, {action: ${second}, ${FROM_ALL}}]`,
      );
    expectFlows([caller, called, rules('Accept', 'Deny')], {
      'a/caller > a/called 80/TCP': 'allowed',
      'a/caller > a/called 81/TCP': 'denied',
    });
    expectFlows([caller, called, rules('Deny', 'Accept')], {
      'a/caller > a/called 80/TCP': 'denied',
      'a/caller > a/called 81/TCP': 'allowed',
    });
  });

  it('rule 30: of policies of one priority nobody knows the first, if they speak of the same traffic', () => {
    expectBetween([ingress('Accept', 'Admin'), ingress('Deny', 'Admin')], 'depends');
    expectBetween([ingress('Pass', 'Admin'), ingress('Deny', 'Admin')], 'depends');
    expectBetween([ingress('Pass', 'Admin'), ingress('Accept', 'Admin')], 'allowed');
    expectBetween([ingress('Pass', 'Admin'), ingress('Deny', 'Admin'), closed], 'denied');
    expectBetween([ingress('Deny', 'Admin', 9), ingress('Accept', 'Admin'), ingress('Pass', 'Admin')], 'denied');
    const other = clusterPolicy(
      `{subject: {namespaces: {matchLabels: {team: red}}}, ingress: [{action: Deny, ${FROM_ALL}}]}`,
      'other',
    );
    expectBetween([ingress('Accept', 'Admin'), other], 'allowed');
    expectBetween([ingress('Accept', 'Admin'), ingress('Deny', 'Baseline')], 'allowed');
  });

  it('rule 31: a flow that no rule meets falls through', () => {
    const policy = clusterPolicy(
      `ingress: [{action: Accept, ${FROM_ALL}, protocols: [{tcp: {destinationPort: {number: 443}}}]}]`,
    );
    expectBetween([policy], 'allowed');
    expectBetween([policy, closed], 'denied');
    expectBetween([clusterPolicy('{ingress: [], egress: []}')], 'allowed');
  });

  it('rule 32: Accept and Deny end one direction, Pass skips the rest of its tier', () => {
    const out = clusterPolicy(`egress: [{action: Deny, ${TO_ALL}}]`, 'out');
    expectBetween([ingress('Accept', 'Admin'), out], 'denied');
    expectBetween(
      [ingress('Accept', 'Admin'), networkPolicy('a', '{podSelector: {}, policyTypes: [Egress]}')],
      'denied',
    );
    expectBetween([ingress('Pass', 'Admin', 1), ingress('Deny', 'Admin', 2)], 'allowed');
    expectBetween([ingress('Pass', 'Admin', 1), ingress('Accept', 'Admin', 2), closed], 'denied');
    expectBetween([ingress('Pass', 'Admin', 1), ingress('Deny', 'Baseline')], 'denied');
    expectBetween([ingress('Pass', 'Baseline', 1), ingress('Deny', 'Baseline', 2)], 'allowed');
  });

  it('rule 33: Baseline is asked only where no NetworkPolicy selects the pod in that direction', () => {
    expectBetween([closed, ingress('Accept', 'Baseline')], 'denied');
    const other = networkPolicy('a', '{podSelector: {}, policyTypes: [Egress], egress: [{}]}');
    expectBetween([other, ingress('Deny', 'Baseline')], 'denied');
    const elsewhere = networkPolicy('a', '{podSelector: {matchLabels: {app: caller}}, ingress: [{}]}');
    expectBetween([elsewhere, ingress('Deny', 'Baseline')], 'denied');
  });

  it('rule 34: subjects and peers are namespaces or pods, without those that have the address of their node', () => {
    const agent = pod('a/agent', {}, { hostNetwork: true });
    expectFlows([agent, called, ingress('Deny', 'Admin')], {
      'a/agent > a/called 80/TCP': 'allowed',
      'a/called > a/agent 80/TCP': 'allowed',
    });
    const subject =
      'subject: {pods: {namespaceSelector: {matchLabels: {team: red}}, podSelector: {matchLabels: {app: called}}}}';
    const from = 'from: [{pods: {namespaceSelector: {}, podSelector: {matchLabels: {app: caller}}}}]';
    const policy = clusterPolicy(`{${subject}, ingress: [{action: Deny, ${from}}]}`);
    expectFlows([namespace('a', { team: 'red' }), caller, called, pod('b/called', { app: 'called' }), policy], {
      'a/caller > a/called 80/TCP': 'denied',
      'b/called > a/called 80/TCP': 'allowed',
      'a/caller > b/called 80/TCP': 'allowed',
      'a/called > a/caller 80/TCP': 'allowed',
    });
    const both = clusterPolicy('subject: {namespaces: {}, pods: {namespaceSelector: {}, podSelector: {}}}');
    expect(readCluster([resourceOf(both)]).troubles.map(({ where }) => where)).toEqual(['spec.subject']);
  });

  it('rule 35: what comes from outside the cluster is no peer, networks and names are peers of what goes out', () => {
    expectFlows([called, clusterPolicy(`ingress: [{action: Deny, ${FROM_ALL}}]`)], {
      '203.0.113.1 > a/called 80/TCP': 'allowed',
    });
    const names = clusterPolicy(
      `{egress: [{action: Accept, to: [{domainNames: ['*.example.vn']}]}, {action: Deny, to: [{networks: [0.0.0.0/0]}]}]}`,
    );
    expectFlows([caller, names], {
      'a/caller > 203.0.113.1 443/TCP': 'depends',
      'a/caller > 2001:db8::1 443/TCP': 'allowed',
    });
    const agent = pod('a/agent', {}, { hostNetwork: true });
    const nodes = clusterPolicy('egress: [{action: Deny, to: [{nodes: {}}]}]');
    expectFlows([caller, called, agent, nodes], {
      'a/caller > a/agent 443/TCP': 'depends',
      'a/caller > a/called 443/TCP': 'allowed',
      'a/caller > 10.0.0.1 443/TCP': 'depends',
    });
  });

  it('rule 36: networks are about traffic in the cluster too', () => {
    const denied = (networks: string, before = ''): readonly JsonObject[] => [
      caller,
      called,
      clusterPolicy(`egress: [${before}{action: Deny, to: ${networks}}]`),
    ];
    const inside = 'a/caller > a/called 80/TCP';
    for (const all of [
      "[{networks: [0.0.0.0/0, '::/0']}]",
      "[{networks: [0.0.0.0/0]}, {networks: ['::/0']}]",
      "[{networks: [0.0.0.0/1, 128.0.0.0/1, '::/1', '8000::/1']}]",
    ])
      expectFlows(denied(all), { [inside]: 'denied' });
    for (const some of ['[{networks: [0.0.0.0/0]}]', "[{networks: ['::/0']}]", "[{networks: [0.0.0.0/1, '::/0']}]"])
      expectFlows(denied(some), { [inside]: 'depends' });
    const pass = `{action: Pass, ${TO_ALL}}, `;
    expectFlows(denied("[{networks: [0.0.0.0/0, '::/0']}]", pass), {
      [inside]: 'allowed',
      'a/caller > 203.0.113.1 80/TCP': 'denied',
    });
    for (const plugin of ['cilium', 'unknown'] as const)
      expectFlows(denied('[{networks: [10.0.0.0/8]}]'), { [inside]: 'depends' }, { plugin });
  });

  it('rule 37: what nobody knows accepts nothing, and denies or passes on as a denial of everything', () => {
    const unknown = (action: string, entry: string): JsonObject =>
      clusterPolicy(`ingress: [{action: ${action}, ${entry}}]`);
    const peers = 'from: [{namespaces: {}}, {planets: {}}]';
    const ports = `${FROM_ALL}, protocols: [{tcp: {}}, {quic: {}}]`;
    for (const entry of [peers, ports]) {
      const deny = { 'a/caller > a/called 80/TCP': 'denied', '10.0.0.1 > a/called 80/UDP': 'denied' } as const;
      expectFlows([caller, called, unknown('Deny', entry)], deny, { troubles: 1 });
      expectFlows([caller, called, unknown('Pass', entry)], deny, { troubles: 1 });
      expectFlows([caller, called, unknown('Accept', entry), closed], deny, { troubles: 1 });
    }
  });

  it('rule 38: without protocols all traffic is meant, without a port all ports, and a name is of any protocol', () => {
    const web = pod(
      'a/web',
      {},
      {
        ports: [
          { name: 'web', containerPort: 53, protocol: 'UDP' },
          { name: 'web', containerPort: 80 },
        ],
      },
    );
    const denied = (protocols: string): readonly JsonObject[] => [
      caller,
      web,
      clusterPolicy(`ingress: [{action: Deny, ${FROM_ALL}${protocols}}]`),
    ];
    expectFlows(denied(''), { 'a/caller > a/web 1/TCP': 'denied', 'a/caller > a/web 65535/SCTP': 'denied' });
    expectFlows(denied(', protocols: [{udp: {}}]'), {
      'a/caller > a/web 1/UDP': 'denied',
      'a/caller > a/web 65535/UDP': 'denied',
      'a/caller > a/web 1/TCP': 'allowed',
    });
    expectFlows(denied(', protocols: [{sctp: {destinationPort: {range: {start: 10, end: 20}}}}]'), {
      'a/caller > a/web 9/SCTP': 'allowed',
      'a/caller > a/web 10/SCTP': 'denied',
      'a/caller > a/web 20/SCTP': 'denied',
      'a/caller > a/web 21/SCTP': 'allowed',
    });
    expectFlows(denied(', protocols: [{destinationNamedPort: web}]'), {
      'a/caller > a/web 53/UDP': 'denied',
      'a/caller > a/web 80/TCP': 'denied',
      'a/caller > a/web 53/TCP': 'allowed',
    });
    const wrong = denied(', protocols: [{tcp: {destinationPort: {range: {start: 20, end: 20}}}}]');
    expect(readCluster(wrong.map(resourceOf)).troubles).toHaveLength(1);
  });

  it('rule 39: lists have 25 entries at most, and a server refuses a policy with more', () => {
    const many = (count: number, make: (index: number) => string): string =>
      `[${Array.from({ length: count }, (_, index) => make(index)).join(', ')}]`;
    const port = (index: number): string => `{tcp: {destinationPort: {number: ${index + 1}}}}`;
    const to = (peers: string, protocols = '[{tcp: {destinationPort: {number: 80}}}]'): string =>
      `{egress: [{action: Accept, to: ${peers}, protocols: ${protocols}}]}`;
    const lists: readonly (readonly [string, (count: number) => string])[] = [
      ['spec.ingress', (count) => `{ingress: ${many(count, () => `{action: Accept, ${FROM_ALL}}`)}}`],
      ['spec.egress', (count) => `{egress: ${many(count, () => `{action: Accept, ${TO_ALL}}`)}}`],
      ['spec.egress[0].to', (count) => to(many(count, () => '{namespaces: {}}'))],
      ['spec.egress[0].protocols', (count) => to('[{namespaces: {}}]', many(count, port))],
      ['spec.egress[0].to[0].networks', (count) => to(`[{networks: ${many(count, (index) => `10.${index}.0.0/16`)}}]`)],
      ['spec.egress[0].to[0].domainNames', (count) => to(`[{domainNames: ${many(count, (index) => `n${index}.vn`)}}]`)],
    ];
    const deny = clusterPolicy(`{priority: 20, egress: [{action: Deny, ${TO_ALL}}]}`, 'deny');
    for (const [where, spec] of lists) {
      const troublesOf = (count: number): readonly string[] =>
        readCluster([resourceOf(clusterPolicy(spec(count)))]).troubles.map((one) => one.where);
      expect(troublesOf(25)).toEqual([]);
      expect(troublesOf(26)).toEqual([where]);
    }
    const [, accept = () => ''] = lists[1] ?? [];
    const between = 'a/caller > a/called 80/TCP';
    for (const [count, verdict] of [
      [25, 'allowed'],
      [26, 'depends'],
    ] as const) {
      const objects = [caller, called, clusterPolicy(accept(count)), deny].map(resourceOf);
      expect(answersOf(objects, [between]).verdicts).toEqual({ [between]: verdict });
    }
  });

  it('rule 40: a pod reaches its own address whatever the policies of the cluster say', () => {
    expectFlows([caller, called, ingress('Deny', 'Admin')], {
      'a/called > a/called 80/TCP': 'allowed',
      'a/caller > a/called 80/TCP': 'denied',
    });
  });
});

describe('policies of Cilium between the tiers', () => {
  it('rule 33: one that denies nothing by itself leaves what it does not open to Baseline', () => {
    const opening = ciliumPolicy(
      'a',
      '{endpointSelector: {}, enableDefaultDeny: {ingress: false}, ingress: [{toPorts: [{ports: [{port: "80"}]}]}]}',
    );
    expectFlows([caller, called, opening, ingress('Deny', 'Baseline')], {
      'a/caller > a/called 80/TCP': 'allowed',
      'a/caller > a/called 81/TCP': 'denied',
    });
  });
});
