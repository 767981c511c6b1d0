import type { JsonObject } from '../../../../resources/resource';
import { expectAnswers } from '../agreement/answers';
import { ciliumPolicy, pod } from '../agreement/expect-flows';
import { BETWEEN, open, OUTSIDE, pods, type Case } from './pods';

const CALLED = 'endpointSelector: {matchLabels: {app: called}}';

const inCiliumPolicies: readonly Case[] = [
  ['no selector', 'ingress: [{}]', 'spec'],
  ['a selector of nodes in a namespace', `nodeSelector: {}, ingress: [{}]`, 'spec'],
  ['no rule', CALLED, 'spec'],
  ['a member that the API lacks', `${CALLED}, ingress: [{fromEndpoint: []}]`, 'spec.ingress[0].fromEndpoint'],
  [
    'peers of two kinds in a rule',
    `${CALLED}, ingress: [{fromEndpoints: [{}], fromEntities: [world]}]`,
    'spec.ingress[0]',
  ],
  ['an entity that nobody knows', `${CALLED}, ingress: [{fromEntities: [moon]}]`, 'spec.ingress[0].fromEntities[0]'],
  ['a list of peers that is none', `${CALLED}, ingress: [{fromEntities: all}]`, 'spec.ingress[0].fromEntities'],
  ['a block that is none', `${CALLED}, ingress: [{fromCIDR: [ten]}]`, 'spec.ingress[0].fromCIDR[0]'],
  [
    'a port as a number',
    `${CALLED}, ingress: [{toPorts: [{ports: [{port: 80}]}]}]`,
    'spec.ingress[0].toPorts[0].ports[0].port',
  ],
  [
    'a port with a zero before it',
    `${CALLED}, ingress: [{toPorts: [{ports: [{port: '080'}]}]}]`,
    'spec.ingress[0].toPorts[0].ports[0].port',
  ],
  [
    'a word for whether it closes',
    `${CALLED}, enableDefaultDeny: {ingress: 'no'}, ingress: [{}]`,
    'spec.enableDefaultDeny.ingress',
  ],
  [
    'a selector that is none',
    `endpointSelector: {matchLabels: {app: ['called']}}, ingress: [{}]`,
    'spec.endpointSelector.matchLabels',
  ],
];

describe('a policy of Cilium that server or agent refuse', () => {
  it.each(inCiliumPolicies)('neither opens nor closes for certain with %s', (_, spec, where) => {
    const policy = ciliumPolicy('a', `{${spec}}`);
    const isSilent = spec === CALLED;
    expectAnswers([...pods, policy], { [BETWEEN]: isSilent ? 'allowed' : 'depends' }, [where]);
    expectAnswers([...pods, policy, open], { [BETWEEN]: 'allowed' }, [where]);
  });

  it('may deny any pod where it states requirements of other rules, which a server takes', () => {
    const spec = `{${CALLED}, ingress: [{fromEndpoints: [{}], fromRequires: [{matchLabels: {team: red}}]}]}`;
    expectAnswers([...pods, ciliumPolicy('a', spec)], { [BETWEEN]: 'depends', [OUTSIDE]: 'denied' }, [
      'spec.ingress[0].fromRequires',
    ]);
  });

  it('governs perhaps where it names what Cilium alone knows, and then only what else it names', () => {
    const spec =
      '{endpointSelector: {matchLabels: {app: called, io.cilium.k8s.policy.serviceaccount: web}}, ingress: [{}]}';
    expectAnswers(
      [...pods, ciliumPolicy('a', spec)],
      { [BETWEEN]: 'depends', 'a/called > a/caller 80/TCP': 'allowed' },
      ['spec.endpointSelector'],
    );
  });

  it.each(['health', 'host', 'ingress', 'init'])(
    'governs no pod, and is no trouble, where it is about reserved:%s',
    (name) => {
      const about = (selector: string): JsonObject =>
        ciliumPolicy(undefined, `{endpointSelector: ${selector}, ingress: [{}]}`);
      const verdicts = { [BETWEEN]: 'allowed', 'a/called > a/caller 80/TCP': 'allowed' } as const;
      expectAnswers([...pods, about(`{matchLabels: {'reserved:${name}': ''}}`)], verdicts, []);
      expectAnswers(
        [...pods, about(`{matchExpressions: [{key: 'reserved:${name}', operator: Exists}]}`)],
        verdicts,
        [],
      );
      expectAnswers(
        [...pods, about(`{matchExpressions: [{key: 'reserved:${name}', operator: DoesNotExist}]}`)],
        { [BETWEEN]: 'denied' },
        [],
      );
    },
  );

  it('opens to nodes and no pod where it names reserved peers', () => {
    const agent = pod('a/agent', {}, { hostNetwork: true });
    const spec = `{${CALLED}, ingress: [{fromEndpoints: [{matchLabels: {'reserved:host': ''}}]}]}`;
    expectAnswers(
      [...pods, agent, ciliumPolicy(undefined, spec)],
      { [BETWEEN]: 'denied', 'a/agent > a/called 80/TCP': 'depends', [OUTSIDE]: 'depends' },
      [],
    );
  });
});
