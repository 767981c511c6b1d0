import { expectAnswers } from '../agreement/answers';
import { clusterPolicy } from '../agreement/expect-flows';
import type { Verdict } from '../oracle/brute-force';
import { BETWEEN, closed, open, pods } from './pods';

const RULE = 'from: [{namespaces: {}}]';

/** What is wrong with a ClusterNetworkPolicy, where, and what becomes of the flow, also where a NetworkPolicy opens it. */
const cases: readonly (readonly [string, string, string, Verdict])[] = [
  ['a tier that nobody knows', `{tier: Middle, ingress: [{action: Deny, ${RULE}}]}`, 'spec.tier', 'depends'],
  ['a priority beyond the last', `{priority: 1001, ingress: [{action: Deny, ${RULE}}]}`, 'spec.priority', 'depends'],
  ['an action that nobody knows', `{ingress: [{action: Allow, ${RULE}}]}`, 'spec.ingress[0].action', 'depends'],
  ['a rule without peers', '{ingress: [{action: Accept}]}', 'spec.ingress[0].from', 'allowed'],
  [
    'a peer with two fields',
    '{ingress: [{action: Deny, from: [{namespaces: {}, pods: {}}]}]}',
    'spec.ingress[0].from[0]',
    'depends',
  ],
  [
    'a block as a peer of what comes in',
    '{ingress: [{action: Deny, from: [{networks: [10.0.0.0/8]}]}]}',
    'spec.ingress[0].from[0]',
    'depends',
  ],
  [
    'a selector of pods that is none',
    '{ingress: [{action: Deny, from: [{pods: {namespaceSelector: {}}}]}]}',
    'spec.ingress[0].from[0].pods.podSelector',
    'depends',
  ],
  [
    'no protocol in its list',
    `{ingress: [{action: Deny, ${RULE}, protocols: []}]}`,
    'spec.ingress[0].protocols',
    'depends',
  ],
  [
    'a range that ends where it begins',
    `{ingress: [{action: Deny, ${RULE}, protocols: [{tcp: {destinationPort: {range: {start: 80, end: 80}}}}]}]}`,
    'spec.ingress[0].protocols[0].tcp.destinationPort',
    'depends',
  ],
  ['a subject that is none', `{subject: {}, ingress: [{action: Deny, ${RULE}}]}`, 'spec.subject', 'depends'],
  [
    'names of what it denies',
    '{egress: [{action: Deny, to: [{domainNames: [example.vn]}]}]}',
    'spec.egress[0].to[0]',
    'allowed',
  ],
  [
    'a member that the API lacks',
    `{ingress: [{action: Deny, ${RULE}, ports: []}]}`,
    'spec.ingress[0].ports',
    'depends',
  ],
];

describe('a ClusterNetworkPolicy that a server refuses', () => {
  it.each(cases)('decides nothing for certain with %s', (_, spec, where, verdict) => {
    expectAnswers([...pods, clusterPolicy(spec)], { [BETWEEN]: verdict }, [where]);
    expectAnswers([...pods, clusterPolicy(spec), open], { [BETWEEN]: verdict }, [where]);
  });

  it('may be in either tier where its own is not known', () => {
    const pass = clusterPolicy(`{tier: Middle, priority: 0, ingress: [{action: Pass, ${RULE}}]}`, 'pass');
    const deny = clusterPolicy(`{tier: Baseline, ingress: [{action: Deny, ${RULE}}]}`, 'deny');
    expectAnswers([...pods, pass, deny], { [BETWEEN]: 'depends' }, ['spec.tier']);
    expectAnswers([...pods, pass, closed], { [BETWEEN]: 'denied' }, ['spec.tier']);
  });

  it('may come before every other where its priority is not known', () => {
    const first = clusterPolicy(`{priority: first, ingress: [{action: Deny, ${RULE}}]}`, 'first');
    const accept = clusterPolicy(`{priority: 0, ingress: [{action: Accept, ${RULE}}]}`, 'accept');
    expectAnswers([...pods, first, accept], { [BETWEEN]: 'depends' }, ['spec.priority']);
  });
});
