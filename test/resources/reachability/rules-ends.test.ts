import { readCluster } from '../../../resources/reachability/cluster-input';
import { askFlow } from '../../../resources/reachability/query/ask-flow';
import { Reachability } from '../../../resources/reachability/solve/reachability';
import { ciliumPolicy, clusterPolicy, expectFlows, networkPolicy, pod, yaml } from './agreement/expect-flows';
import { resourceOf } from './agreement/resource-of';

const [caller, called] = [pod('a/caller', { app: 'caller' }), pod('a/called', { app: 'called' })];

describe('ends and ports, rule by rule', () => {
  it('rule 16: policies are about the port of the pod, not that of a Service before it', () => {
    const service = yaml(`
apiVersion: v1
kind: Service
metadata: {name: called, namespace: a}
spec: {selector: {app: called}, ports: [{port: 80, targetPort: 8080}]}`);
    const policy = networkPolicy('a', '{podSelector: {}, policyTypes: [Egress], egress: [{ports: [{port: 8080}]}]}');
    expectFlows([caller, called, ...service, policy], {
      'a/caller > a/called 8080/TCP': 'allowed',
      'a/caller > a/called 80/TCP': 'denied',
    });
  });

  it('rule 17: the protocol is TCP unless another is written, and a rule about one closes the others', () => {
    const open = (port: string): Parameters<typeof expectFlows>[0] => [
      caller,
      called,
      networkPolicy('a', `{podSelector: {}, ingress: [{ports: [${port}]}]}`),
    ];
    const verdicts = (protocol: string): Parameters<typeof expectFlows>[1] =>
      Object.fromEntries(
        ['TCP', 'UDP', 'SCTP'].map((one) => [`a/caller > a/called 80/${one}`, one === protocol ? 'allowed' : 'denied']),
      );
    expectFlows(open('{port: 80}'), verdicts('TCP'));
    expectFlows(open('{port: 80, protocol: UDP}'), verdicts('UDP'));
    expectFlows(open('{port: 80, protocol: SCTP}'), verdicts('SCTP'));
  });

  it('rule 18: without a port all ports are meant, and endPort is the last of a range', () => {
    const policy = networkPolicy(
      'a',
      '{podSelector: {}, ingress: [{ports: [{protocol: UDP}, {port: 80, endPort: 90}]}]}',
    );
    expectFlows([caller, called, policy], {
      'a/caller > a/called 1/UDP': 'allowed',
      'a/caller > a/called 65535/UDP': 'allowed',
      'a/caller > a/called 79/TCP': 'denied',
      'a/caller > a/called 80/TCP': 'allowed',
      'a/caller > a/called 90/TCP': 'allowed',
      'a/caller > a/called 91/TCP': 'denied',
    });
    for (const port of ['{port: web, endPort: 90}', '{port: 80, endPort: 79}', '{endPort: 80}']) {
      const wrong = networkPolicy('a', `{podSelector: {}, ingress: [{ports: [${port}]}]}`);
      expect(readCluster([resourceOf(wrong)]).troubles).toHaveLength(1);
    }
  });

  it('rule 19: a name of a port is looked up at the pod that is called, with its protocol', () => {
    const one = pod(
      'a/one',
      { app: 'one' },
      {
        ports: [
          { name: 'web', containerPort: 80 },
          { name: 'web', containerPort: 80, protocol: 'UDP' },
        ],
      },
    );
    const two = pod('a/two', {}, { ports: [{ name: 'web', containerPort: 8080 }] });
    const three = pod('a/three', {}, { ports: [{ name: 'web', containerPort: 80, protocol: 'UDP' }] });
    const verdicts = {
      'a/caller > a/one 80/TCP': 'allowed',
      'a/caller > a/one 80/UDP': 'denied',
      'a/caller > a/one 8080/TCP': 'denied',
      'a/caller > a/two 8080/TCP': 'allowed',
      'a/caller > a/two 80/TCP': 'denied',
      'a/caller > a/three 80/UDP': 'denied',
      'a/caller > a/called 80/TCP': 'denied',
    } as const;
    const pods = [caller, called, one, two, three];
    expectFlows([...pods, networkPolicy('a', '{podSelector: {}, ingress: [{ports: [{port: web}]}]}')], verdicts);
    // What is outside gives no port a name.
    const out =
      '{podSelector: {}, policyTypes: [Egress], egress: [{ports: [{port: web}]}, {to: [{ipBlock: {cidr: 10.0.0.0/8}}], ports: [{port: web}]}]}';
    expectFlows([...pods, networkPolicy('a', out)], { ...verdicts, 'a/caller > 10.0.0.1 80/TCP': 'denied' });
  });

  it('rule 19: all containers of a pod name ports', () => {
    const [many] = yaml(`
apiVersion: v1
kind: Pod
metadata: {name: many, namespace: a}
spec: {containers: [{name: one}, {name: two, ports: [{name: web, containerPort: 81}]}]}`);
    const policy = networkPolicy('a', '{podSelector: {}, ingress: [{ports: [{port: web}]}]}');
    expectFlows([caller, many ?? {}, policy], {
      'a/caller > a/many 81/TCP': 'allowed',
      'a/caller > a/many 80/TCP': 'denied',
    });
  });

  it('rule 20: a node reaches its own pods and they it, so no policy denies a pod with the address of its node', () => {
    const objects = [
      pod('a/agent', {}, { hostNetwork: true }),
      called,
      networkPolicy('a', '{podSelector: {}, policyTypes: [Ingress, Egress]}'),
    ];
    expectFlows(objects, { 'a/agent > a/called 80/TCP': 'depends', 'a/called > a/agent 80/TCP': 'depends' });
  });

  it('rule 21: nothing keeps a pod from itself', () => {
    expectFlows([caller, called, networkPolicy('a', '{podSelector: {}, policyTypes: [Ingress, Egress]}')], {
      'a/called > a/called 80/TCP': 'allowed',
      'a/caller > a/called 80/TCP': 'denied',
    });
  });

  it('rule 21: pods of one template are several, and policies stand between them', () => {
    const [many] = yaml(`
apiVersion: apps/v1
kind: Deployment
metadata: {name: many, namespace: a}
spec: {template: {spec: {containers: []}}}`);
    expectFlows([many ?? {}, networkPolicy('a', '{podSelector: {}}')], { 'a/many > a/many 80/TCP': 'denied' });
  });

  it('rule 22: nobody can tell whether selectors meet pods with the address of their node', () => {
    const agent = pod('a/agent', { app: 'agent' }, { hostNetwork: true });
    const rule = '{from: [{podSelector: {matchLabels: {app: agent}}}]}';
    expectFlows(
      [agent, called, networkPolicy('a', `{podSelector: {matchLabels: {app: called}}, ingress: [${rule}]}`)],
      {
        'a/agent > a/called 80/TCP': 'depends',
        'a/called > a/agent 80/TCP': 'allowed',
      },
    );
    expectFlows([agent, caller, networkPolicy('a', '{podSelector: {}}')], {
      '10.0.0.1 > a/agent 80/TCP': 'depends',
      'a/agent > 10.0.0.1 80/TCP': 'allowed',
    });
  });

  it('rule 23: other protocols than TCP, UDP and SCTP are not asked about', () => {
    const reachability = new Reachability(readCluster([caller, called].map(resourceOf)), { blocksTakePods: 'never' });
    expect(askFlow(reachability, { from: 'a/caller', to: 'a/called', port: '8/ICMP' }).ok).toBe(false);
    expectFlows([caller, called, ciliumPolicy('a', '{endpointSelector: {}, ingress: [{fromEntities: [cluster]}]}')], {
      'a/caller > a/called 8/SCTP': 'allowed',
    });
  });

  it('rule 25: labels of the template select, those of the object that makes pods do not', () => {
    const made = yaml(`
apiVersion: apps/v1
kind: Deployment
metadata: {name: made, namespace: a, labels: {app: wrong}}
spec: {template: {metadata: {labels: {app: right}}, spec: {containers: []}}}`);
    const peer = (app: string): (typeof made)[number] =>
      networkPolicy(
        'a',
        `{podSelector: {matchLabels: {app: called}}, ingress: [{from: [{podSelector: {matchLabels: {app: ${app}}}}]}]}`,
      );
    expectFlows([...made, called, peer('right')], { 'a/made > a/called 80/TCP': 'allowed' });
    expectFlows([...made, called, peer('wrong')], { 'a/made > a/called 80/TCP': 'denied' });
  });

  it('rule 25: pods of one owner with different labels are told apart', () => {
    const replicas = ['0', '1'].map((index) => pod(`a/set-${index}`, { 'apps.kubernetes.io/pod-index': index }));
    const rule = "{from: [{podSelector: {matchLabels: {apps.kubernetes.io/pod-index: '0'}}}]}";
    expectFlows(
      [...replicas, called, networkPolicy('a', `{podSelector: {matchLabels: {app: called}}, ingress: [${rule}]}`)],
      {
        'a/set-0 > a/called 80/TCP': 'allowed',
        'a/set-1 > a/called 80/TCP': 'denied',
      },
    );
  });

  it('rule 26: pods that ended are no ends', () => {
    const ended = ['Succeeded', 'Failed'].map((phase) => ({ ...pod(`a/${phase.toLowerCase()}`), status: { phase } }));
    const waiting = { ...pod('a/waiting'), status: { phase: 'Pending' } };
    const { workloads } = readCluster([...ended, waiting].map(resourceOf));
    expect(workloads.map(({ name }) => name)).toEqual(['waiting']);
  });

  it.each([
    { matchLabels: { app: { 'terraform:unresolved': 'var.app' } } },
    { matchLabels: { 'terraform:unresolved': 'var.labels' } },
    { matchExpressions: [{ key: 'app', operator: 'In', values: [{ 'terraform:unresolved': 'var.app' }] }] },
    { matchExpressions: [{ key: 'app', operator: 'In', values: { 'terraform:unresolved': 'var.apps' } }] },
  ])('a selector that Terraform alone can tell may take any pod, as a subject and as a peer: %j', (selector) => {
    const verdicts = [
      { podSelector: selector },
      { podSelector: {}, ingress: [{ from: [{ podSelector: selector }] }] },
      { podSelector: {}, ingress: [{ from: [{ podSelector: {}, namespaceSelector: selector }] }] },
    ].map((spec) => {
      const policy = networkPolicy('a', JSON.stringify(spec));
      const reachability = new Reachability(readCluster([caller, called, policy].map(resourceOf)), {
        blocksTakePods: 'never',
      });
      const asked = askFlow(reachability, { from: 'a/caller', to: 'a/called', port: '80/TCP' });
      return asked.ok ? asked.value.verdict : undefined;
    });
    expect(verdicts).toEqual(['depends', 'depends', 'depends']);
  });

  it('rule 27: addresses of one family are in no block of the other', () => {
    const v6 = networkPolicy(
      'a',
      "{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: '::/0', except: ['2001:db8::/32']}}]}]}",
    );
    expectFlows([called, v6], {
      '2001:db9::1 > a/called 80/TCP': 'allowed',
      '2001:db8::1 > a/called 80/TCP': 'denied',
      '203.0.113.1 > a/called 80/TCP': 'denied',
    });
    const v4 = clusterPolicy('egress: [{action: Deny, to: [{networks: [0.0.0.0/0]}]}]');
    expectFlows([called, v4], {
      'a/called > 203.0.113.1 80/TCP': 'denied',
      'a/called > 2001:db8::1 80/TCP': 'allowed',
    });
  });
});
