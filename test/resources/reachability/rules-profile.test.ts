import type { NetworkProfile } from '../../../resources/reachability/solve/bind-rules';
import type { JsonObject } from '../../../resources/resource';
import { answersOf } from './agreement/answers';
import { ciliumPolicy, clusterPolicy, expectFlows, namespace, networkPolicy, pod } from './agreement/expect-flows';
import { resourceOf } from './agreement/resource-of';
import type { Verdict } from './oracle/brute-force';

const [caller, called] = [pod('a/caller', { app: 'caller' }), pod('a/called', { app: 'called' })];
const BETWEEN = 'a/caller > a/called 80/TCP';
const OUTSIDE = '203.0.113.1 > a/called 80/TCP';
const OUT = 'a/caller > 203.0.113.1 80/TCP';

/** Expects verdicts of flows in a cluster with this network. */
function expectIn(
  network: Partial<NetworkProfile>,
  objects: readonly JsonObject[],
  verdicts: Readonly<Record<string, Verdict>>,
): void {
  const profile = { blocksTakePods: 'never', ...network } as const;
  expect(answersOf(objects.map(resourceOf), Object.keys(verdicts), profile)).toEqual({ verdicts, troubles: [] });
}

const fromCaller = networkPolicy(
  'a',
  '{podSelector: {}, ingress: [{from: [{podSelector: {matchLabels: {app: caller}}}]}]}',
);

describe('what a network decides, rule by rule', () => {
  it('rule 15: addresses outside are those that come to the pod, so a Service changes no answer about them', () => {
    const block = networkPolicy('a', '{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 203.0.113.0/24}}]}]}');
    const service = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'called', namespace: 'a' },
      spec: {
        type: 'LoadBalancer',
        externalTrafficPolicy: 'Cluster',
        selector: { app: 'called' },
        ports: [{ port: 80 }],
      },
    };
    for (const objects of [
      [caller, called, block],
      [caller, called, block, service],
    ])
      expectFlows(objects, { [OUTSIDE]: 'allowed', '10.0.0.1 > a/called 80/TCP': 'denied' });
  });

  it('rule 45: selectors take pods of other clusters, whose addresses are outside, in a mesh before 1.19', () => {
    const policies = [
      fromCaller,
      ciliumPolicy('a', '{endpointSelector: {}, ingress: [{fromEndpoints: [{matchLabels: {app: caller}}]}]}'),
      ciliumPolicy(undefined, '{endpointSelector: {}, ingress: [{fromEndpoints: [{}]}]}'),
    ];
    for (const policy of policies) {
      expectIn({}, [caller, called, policy], { [BETWEEN]: 'allowed', [OUTSIDE]: 'denied' });
      expectIn({ selectorsTakeMesh: false }, [caller, called, policy], { [BETWEEN]: 'allowed', [OUTSIDE]: 'denied' });
      expectIn({ selectorsTakeMesh: true }, [caller, called, policy], { [BETWEEN]: 'allowed', [OUTSIDE]: 'depends' });
    }
    const deny = clusterPolicy('egress: [{action: Deny, to: [{namespaces: {}}]}]');
    expectIn({ selectorsTakeMesh: true }, [caller, called, deny], { [BETWEEN]: 'denied', [OUT]: 'depends' });
    const entity = ciliumPolicy('a', '{endpointSelector: {}, ingress: [{fromEntities: [world]}]}');
    expectIn({ selectorsTakeMesh: true }, [caller, called, entity], { [BETWEEN]: 'denied', [OUTSIDE]: 'allowed' });
  });

  it('rule 45: a selector that names a cluster takes pods that nobody here knows', () => {
    const labels = '{app: caller, io.cilium.k8s.policy.cluster: hanoi-2}';
    const policy = ciliumPolicy('a', `{endpointSelector: {}, ingress: [{fromEndpoints: [{matchLabels: ${labels}}]}]}`);
    expectIn({}, [caller, called, policy], { [BETWEEN]: 'depends', [OUTSIDE]: 'depends' });
  });

  const byLabel = (key: string, operator: string): JsonObject =>
    networkPolicy(
      'a',
      `{podSelector: {}, ingress: [{from: [{podSelector: {matchExpressions: [{key: ${key}, operator: ${operator}}]}}]}]}`,
    );

  it.each<[string, readonly string[] | undefined, Verdict]>([
    ['app', undefined, 'allowed'],
    ['app', [], 'allowed'],
    ['app', ['k8s:app'], 'allowed'],
    ['app', ['k8s:team'], 'denied'],
    ['app', ['!app'], 'denied'],
    ['app', ['k8s:!app'], 'denied'],
    ['app', ['!other'], 'allowed'],
    ['application', ['!app$'], 'allowed'],
    ['app.vn/part', ['!app\\.vn', 'app\\.vn/part'], 'allowed'],
    ['app.vn/other', ['!app\\.vn', 'app\\.vn/part'], 'denied'],
    ['pod-template-hash', undefined, 'allowed'],
    ['pod-template-hash', [], 'denied'],
    ['apps.kubernetes.io/pod-index', [], 'denied'],
    ['app.kubernetes.io/name', ['k8s:team'], 'allowed'],
    ['kubernetes.io/os', [], 'denied'],
    ['topology.beta.kubernetes.io/zone', [], 'denied'],
  ])('rule 46: a selector of %s in a cluster with identities of %j', (key, identityLabels, verdict) => {
    const labelled = pod('a/caller', { [key]: 'x' });
    expectIn({ identityLabels }, [labelled, called, byLabel(key, 'Exists')], { [BETWEEN]: verdict });
    const opposite = verdict === 'allowed' ? 'denied' : 'allowed';
    expectIn({ identityLabels }, [labelled, called, byLabel(key, 'DoesNotExist')], { [BETWEEN]: opposite });
  });

  it('rule 46: a policy whose subject is selected by such a label governs nobody', () => {
    const subject = networkPolicy('a', '{podSelector: {matchLabels: {app: called}}}');
    expectIn({ identityLabels: ['!app'] }, [caller, called, subject], { [BETWEEN]: 'allowed' });
    expectIn({ identityLabels: [] }, [caller, called, subject], { [BETWEEN]: 'denied' });
  });

  it('rule 46: labels of namespaces make identities too, unless they are left out, and their names always do', () => {
    const objects = (labels: string): readonly JsonObject[] => [
      namespace('b', { team: 'red' }),
      pod('b/web'),
      called,
      networkPolicy('a', `{podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {${labels}}}}]}]}`),
    ];
    const flow = 'b/web > a/called 80/TCP';
    for (const identityLabels of [[], ['k8s:app']]) {
      expectIn({ identityLabels }, objects('team: red'), { [flow]: 'allowed' });
      expectIn({ identityLabels }, objects('kubernetes.io/metadata.name: b'), { [flow]: 'allowed' });
    }
    const identityLabels = ['!io\\.cilium\\.k8s\\.namespace\\.labels\\.team'];
    expectIn({ identityLabels }, objects('team: red'), { [flow]: 'denied' });
  });
});
