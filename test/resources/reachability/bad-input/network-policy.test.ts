import { readCluster } from '../../../../resources/reachability/cluster-input';
import { answersOf, expectAnswers } from '../agreement/answers';
import { networkPolicy, pod } from '../agreement/expect-flows';
import { resourceOf } from '../agreement/resource-of';
import { aboutCalled, BETWEEN, closed, open, OUTSIDE, pods, type Case } from './pods';

const OTHER_PORT = 'a/caller > a/called 81/TCP';

const inPeers: readonly Case[] = [
  ['a block with a selector', '{ipBlock: {cidr: 10.0.0.0/8}, podSelector: {}}', ''],
  ['nothing', '{}', ''],
  ['no object', '5', ''],
  ['no block', '{ipBlock: 10.0.0.0/8}', '.ipBlock.cidr'],
  ['a block without a length', '{ipBlock: {cidr: 10.0.0.1}}', '.ipBlock.cidr'],
  ['what is taken out elsewhere', '{ipBlock: {cidr: 10.0.0.0/8, except: [11.0.0.0/16]}}', '.ipBlock.except[0]'],
  ['all of a block taken out', '{ipBlock: {cidr: 10.0.0.0/8, except: [10.0.0.0/8]}}', '.ipBlock.except[0]'],
  ['a member that the API lacks', '{podSelector: {}, podselector: {}}', '.podselector'],
  ['no selector', '{podSelector: caller}', '.podSelector'],
  ['a label that is a number', '{podSelector: {matchLabels: {app: 5}}}', '.podSelector.matchLabels'],
  ['a label that no object has', "{podSelector: {matchLabels: {'a b': c}}}", '.podSelector.matchLabels'],
  ['a value that no object has', "{namespaceSelector: {matchLabels: {a: '-'}}}", '.namespaceSelector.matchLabels'],
  ['an operator that nobody knows', '{podSelector: {matchExpressions: [{key: app, operator: Is}]}}', '.operator'],
  ['In without values', '{podSelector: {matchExpressions: [{key: app, operator: In}]}}', '.values'],
  ['Exists with values', '{podSelector: {matchExpressions: [{key: a, operator: Exists, values: [b]}]}}', '.values'],
  ['values that are no texts', '{podSelector: {matchExpressions: [{key: a, operator: In, values: [1]}]}}', '.values'],
  ['an expression without a key', '{podSelector: {matchExpressions: [{operator: Exists}]}}', '.key'],
];

const inPorts: readonly Case[] = [
  ['no object', '80', ''],
  ['an end below its start', '{port: 80, endPort: 79}', '.endPort'],
  ['an end without a start', '{endPort: 80}', '.endPort'],
  ['an end after a name', '{port: web, endPort: 90}', '.endPort'],
  ['a port beyond the last', '{port: 65536}', '.port'],
  ['a port with a fraction', '{port: 80.5}', '.port'],
  ['a number as a text', "{port: '80'}", '.port'],
  ['a name that no port has', '{port: Web}', '.port'],
  ['a protocol in small letters', '{port: 80, protocol: tcp}', '.protocol'],
  ['a member that the API lacks', '{port: 80, endport: 90}', '.endport'],
];

const inSpecs: readonly Case[] = [
  ['no list of rules', 'ingress: {}', 'spec.ingress'],
  ['a rule that is none', 'ingress: [allow]', 'spec.ingress[0]'],
  ['a member that the API lacks', 'ingres: [{}]', 'spec.ingres'],
  ['a list of peers that is none', 'ingress: [{from: {podSelector: {}}}]', 'spec.ingress[0].from'],
  ['peers of the other direction', 'ingress: [{to: []}]', 'spec.ingress[0].to'],
  ['a direction that nobody knows', 'policyTypes: [Ingres]', 'spec.policyTypes[0]'],
  ['more directions than there are', 'policyTypes: [Ingress, Egress, Egress]', 'spec.policyTypes'],
  ['a wrong rule of a direction that it does not govern', 'policyTypes: [Ingress], egress: [5]', 'spec.egress[0]'],
];

describe('a NetworkPolicy that a server refuses', () => {
  it.each(inPeers)('neither opens nor closes for certain with %s as a peer', (_, peer, where) => {
    const policy = aboutCalled(`ingress: [{from: [${peer}], ports: [{port: 80}]}]`);
    const [trouble = '', ...others] = answersOf([resourceOf(policy)], []).troubles;
    expect(others).toEqual([]);
    expect(trouble).toMatch(/^spec\.ingress\[0\]\.from\[0\]/);
    expect(trouble.endsWith(where)).toBe(true);
    expectAnswers([...pods, policy], { [BETWEEN]: 'depends', [OUTSIDE]: 'depends' }, [trouble]);
    // It may open what it names, if somebody mends it; ports that it doesn't name stay closed.
    expectAnswers([...pods, policy, closed], { [BETWEEN]: 'depends', [OTHER_PORT]: 'denied' }, [trouble]);
    expectAnswers([...pods, policy, open], { [BETWEEN]: 'allowed', [OUTSIDE]: 'allowed' }, [trouble]);
  });

  it.each(inPorts)('neither opens nor closes for certain with %s as a port', (_, port, where) => {
    const policy = aboutCalled(`ingress: [{from: [{podSelector: {matchLabels: {app: caller}}}], ports: [${port}]}]`);
    const troubles = [`spec.ingress[0].ports[0]${where}`];
    expectAnswers([...pods, policy], { [BETWEEN]: 'depends', [OTHER_PORT]: 'depends' }, troubles);
    expectAnswers([...pods, policy, closed], { [BETWEEN]: 'depends', [OUTSIDE]: 'denied' }, troubles);
    expectAnswers([...pods, policy, open], { [BETWEEN]: 'allowed', [OUTSIDE]: 'allowed' }, troubles);
  });

  it.each(inSpecs)('neither opens nor closes for certain with %s', (_, spec, where) => {
    expectAnswers([...pods, aboutCalled(spec)], { [BETWEEN]: 'depends' }, [where]);
    expectAnswers([...pods, aboutCalled(spec), open], { [BETWEEN]: 'allowed' }, [where]);
  });

  it('is perhaps about every pod of its namespace where its selector is none, and about no other', () => {
    const policy = networkPolicy('a', '{podSelector: {matchLabels: []}}');
    expectAnswers([...pods, pod('b/web'), policy], { [BETWEEN]: 'depends', 'a/caller > b/web 80/TCP': 'allowed' }, [
      'spec.podSelector.matchLabels',
    ]);
    const bare = { ...policy, spec: 5 };
    expectAnswers([...pods, bare], { [BETWEEN]: 'depends' }, ['spec']);
  });

  it('may mean a whole block where what is taken out is no list', () => {
    const policy = aboutCalled('ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8, except: 10.1.0.0/16}}]}]');
    const verdicts = { [OUTSIDE]: 'depends', '11.0.0.1 > a/called 80/TCP': 'denied', [BETWEEN]: 'denied' } as const;
    expectAnswers([...pods, policy, closed], verdicts, ['spec.ingress[0].from[0].ipBlock.except']);
  });

  it('is told with what was written, and with what follows', () => {
    const [trouble] = readCluster([resourceOf(aboutCalled('ingress: [{ports: [{port: 80, endPort: 79}]}]'))]).troubles;
    expect(trouble).toMatchObject({
      got: '79',
      want: 'a port from 80 to 65535; a server refuses the object, so it is not in force there',
    });
  });
});

describe('a NetworkPolicy that a server takes', () => {
  it('is about the block around an address with host bits', () => {
    const policy = aboutCalled('ingress: [{from: [{ipBlock: {cidr: 10.1.2.3/8, except: [10.2.0.1/16]}}]}]');
    const verdicts = {
      [OUTSIDE]: 'allowed',
      '10.2.9.9 > a/called 80/TCP': 'denied',
      '11.0.0.1 > a/called 80/TCP': 'denied',
    } as const;
    const at = 'spec.ingress[0].from[0].ipBlock';
    expectAnswers([...pods, policy], verdicts, [`${at}.cidr`, `${at}.except[0]`]);
  });

  it('allows nothing by the name of a port that nobody has', () => {
    expectAnswers(
      [...pods, aboutCalled('ingress: [{ports: [{port: web}]}]')],
      { [BETWEEN]: 'denied', [OUTSIDE]: 'denied' },
      [],
    );
  });

  it('takes null for what is not written', () => {
    const spec = 'policyTypes: null, ingress: [{from: null, ports: null}, null], egress: null';
    expectAnswers([...pods, aboutCalled(spec)], { [BETWEEN]: 'allowed', [OUTSIDE]: 'allowed' }, []);
  });
});
