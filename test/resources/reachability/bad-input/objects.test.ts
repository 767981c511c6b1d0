import { readCluster } from '../../../../resources/reachability/cluster-input';
import { readForeignKubernetes } from '../../../../resources/read/kubernetes';
import { foreignResource } from '../../../../resources/read/read-manifests';
import type { JsonObject, Resource } from '../../../../resources/resource';
import { answersOf, expectAnswers } from '../agreement/answers';
import { networkPolicy, pod } from '../agreement/expect-flows';
import { resourceOf } from '../agreement/resource-of';
import { aboutCalled, BETWEEN, pods } from './pods';

describe('workloads and namespaces that a server refuses', () => {
  const from = (selector: string): JsonObject => aboutCalled(`ingress: [{from: [{${selector}}]}]`);

  it('have perhaps the labels that can not be read', () => {
    const wrong = pod('a/wrong', { app: 5, team: 'red' });
    const flow = 'a/wrong > a/called 80/TCP';
    const at = ['metadata.labels'];
    expectAnswers([...pods, wrong, from('podSelector: {matchLabels: {app: web}}')], { [flow]: 'depends' }, at);
    expectAnswers(
      [...pods, wrong, from('podSelector: {matchLabels: {app: web, team: blue}}')],
      { [flow]: 'denied' },
      at,
    );
    expectAnswers([...pods, wrong, from('podSelector: {matchLabels: {team: red}}')], { [flow]: 'allowed' }, at);
    expectAnswers([...pods, wrong, from('podSelector: {}')], { [flow]: 'allowed' }, at);
    const governed = networkPolicy('a', '{podSelector: {matchExpressions: [{key: app, operator: DoesNotExist}]}}');
    expectAnswers([...pods, wrong, governed], { 'a/caller > a/wrong 80/TCP': 'depends' }, at);
  });

  it('have perhaps any label where labels are no object, or there is no template', () => {
    const bare = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'bare', namespace: 'a' }, spec: {} };
    const listed = { ...pod('a/listed'), metadata: { name: 'listed', namespace: 'a', labels: ['app'] } };
    const policy = from('podSelector: {matchLabels: {app: web}}');
    const verdicts = { 'a/bare > a/called 80/TCP': 'depends', 'a/listed > a/called 80/TCP': 'depends' } as const;
    expectAnswers([...pods, bare, listed, policy], verdicts, ['spec.template', 'metadata.labels']);
  });

  it('are perhaps on their nodes where a text says so', () => {
    const agent = pod('a/agent', { app: 'agent' }, { hostNetwork: 'yes' });
    const verdicts = { 'a/agent > a/called 80/TCP': 'depends' } as const;
    expectAnswers([...pods, agent, from('podSelector: {matchLabels: {app: agent}}')], verdicts, ['spec.hostNetwork']);
  });

  it('perhaps name ports that can not be read', () => {
    const ports = [{ name: 'web', containerPort: '80' }, { name: 'web', containerPort: 81, protocol: 'tcp' }, 5];
    const wrong = pod('a/wrong', { app: 'called' }, { ports });
    const at = 'spec.containers[0].ports';
    expectAnswers(
      [...pods, wrong, aboutCalled('ingress: [{ports: [{port: web}]}]')],
      { 'a/caller > a/wrong 80/TCP': 'depends' },
      [`${at}[0].containerPort`, `${at}[1].protocol`, `${at}[2].containerPort`],
    );
  });

  it('leave open which labels a namespace has', () => {
    const places = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'b', labels: { team: 5, zone: 'edge' } } };
    const flow = 'b/web > a/called 80/TCP';
    const objects = (selector: string): readonly JsonObject[] => [...pods, pod('b/web'), places, from(selector)];
    expectAnswers(
      objects('namespaceSelector: {matchLabels: {team: red}}'),
      { [flow]: 'depends', [BETWEEN]: 'denied' },
      ['metadata.labels'],
    );
    expectAnswers(objects('namespaceSelector: {matchLabels: {zone: core}}'), { [flow]: 'denied' }, ['metadata.labels']);
    expectAnswers(
      objects('namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: b}}'),
      { [flow]: 'allowed' },
      ['metadata.labels'],
    );
  });

  it('are other kinds where their group is another one', () => {
    const job = {
      apiVersion: 'batch.example.vn/v1',
      kind: 'Job',
      metadata: { name: 'job', namespace: 'a' },
      spec: { template: {} },
    };
    const { workloads, otherKinds } = readCluster([resourceOf(job)]);
    expect(workloads).toEqual([]);
    expect([...otherKinds]).toEqual([['batch.example.vn/v1 Job', 1]]);
  });
});

describe('a file of 50,000 lines', () => {
  const BLOCKS = 16_665;
  const head = [
    'apiVersion: networking.k8s.io/v1',
    'kind: NetworkPolicy',
    'metadata: {name: long, namespace: a}',
    'spec:',
    '  podSelector: {}',
    '  ingress:',
    '    - from:',
  ];
  const blocks = Array.from({ length: BLOCKS }, (_, index) => `10.${index >> 8}.${index & 255}`);
  const lines = blocks.flatMap((one) => [
    '        - ipBlock:',
    `            cidr: ${one}.0/25`,
    `            except: [${one}.0/32]`,
  ]);
  const last = blocks.at(-1);
  const flows = [`${last}.127 > a/called 80/TCP`, `${last}.0 > a/called 80/TCP`, `${last}.128 > a/called 80/TCP`];
  const [inside = '', excepted = '', beside = ''] = flows;

  function read(...more: readonly string[]): readonly Resource[] {
    const { objects } = readForeignKubernetes([...head, ...lines, ...more].join('\n'));
    return [...pods.map(resourceOf), ...objects.map((one) => foreignResource(one, 'long.yaml', 'kubernetes'))];
  }

  it('is read to its last line', () => {
    expect(head.length + lines.length).toBeGreaterThan(50_000);
    expect(answersOf(read(), flows)).toEqual({
      verdicts: { [inside]: 'allowed', [excepted]: 'denied', [beside]: 'denied' },
      troubles: [],
    });
  });

  it('is told with the place of what is wrong on its last line', () => {
    expect(answersOf(read('        - ipBlock: {cidr: 10.0.0.0}'), flows)).toEqual({
      verdicts: { [inside]: 'depends', [excepted]: 'depends', [beside]: 'depends' },
      troubles: [`spec.ingress[0].from[${BLOCKS}].ipBlock.cidr`],
    });
  });
});
