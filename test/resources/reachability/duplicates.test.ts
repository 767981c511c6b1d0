import { readCluster } from '../../../resources/reachability/cluster-input';
import { workloadName } from '../../../resources/reachability/peers/workload';
import type { JsonObject, Resource } from '../../../resources/resource';
import { withOwnIds } from '../../../resources/read/read-manifests';
import { answersOf } from './agreement/answers';
import { clusterPolicy, namespace, networkPolicy, pod } from './agreement/expect-flows';
import { resourceOf } from './agreement/resource-of';

/** Objects as they are read from one file each. */
function inFiles(...objects: readonly JsonObject[]): readonly Resource[] {
  const read = objects.map((body, index): Resource => {
    const resource = resourceOf(body);
    return { ...resource, artifact: { ...resource.artifact, file: `${index}.yaml` } };
  });
  return withOwnIds(read);
}

const pods = [pod('a/caller', { app: 'caller' }), pod('a/called', { app: 'called' })];
const BETWEEN = 'a/caller > a/called 80/TCP';
const OTHER = 'a/caller > a/called 81/TCP';
const closed = networkPolicy('a', '{podSelector: {}}');
const open = networkPolicy('a', '{podSelector: {}, ingress: [{ports: [{port: 80}]}]}');

describe('objects of one name', () => {
  it('are told with both of their files', () => {
    const { troubles } = readCluster(inFiles(closed, open, ...pods));
    expect(troubles.map(({ resource, where, got }) => [resource.artifact.file, where, got])).toEqual([
      ['1.yaml', 'metadata.name', 'the same in 0.yaml: NetworkPolicy/a/policy'],
    ]);
  });

  it('are told of every pair with the first, in whatever version of the API they are', () => {
    const older = { ...closed, apiVersion: 'networking.k8s.io/v1beta1' };
    expect(answersOf(inFiles(closed, older, open, ...pods), []).troubles).toEqual(['metadata.name', 'metadata.name']);
    const elsewhere = { ...closed, apiVersion: 'example.vn/v1' };
    expect(answersOf(inFiles(closed, elsewhere, ...pods), []).troubles).toEqual([]);
    expect(answersOf(inFiles(closed, networkPolicy('b', '{podSelector: {}}'), ...pods), []).troubles).toEqual([]);
  });

  it('are in the default namespace where they name none', () => {
    const { metadata: _, ...rest } = closed;
    const objects = [{ ...rest, metadata: { name: 'policy' } }, networkPolicy('default', '{podSelector: {}}')];
    expect(answersOf(inFiles(...objects), []).troubles).toEqual(['metadata.name']);
  });

  it('make the answer depend where one policy of them matters, in whatever order they stand', () => {
    for (const objects of [
      [closed, open],
      [open, closed],
    ])
      expect(answersOf(inFiles(...objects, ...pods), [BETWEEN, OTHER]).verdicts).toEqual({
        [BETWEEN]: 'depends',
        [OTHER]: 'depends',
      });
    const isolated = networkPolicy('a', '{podSelector: {}, policyTypes: [Ingress]}', 'isolated');
    expect(answersOf(inFiles(closed, open, isolated, ...pods), [BETWEEN, OTHER]).verdicts).toEqual({
      [BETWEEN]: 'depends',
      [OTHER]: 'denied',
    });
    const [accept, deny] = ['Accept', 'Deny'].map((action) =>
      clusterPolicy(`{ingress: [{action: ${action}, from: [{namespaces: {}}]}]}`),
    );
    expect(answersOf(inFiles(accept ?? {}, deny ?? {}, ...pods), [BETWEEN]).verdicts).toEqual({ [BETWEEN]: 'depends' });
  });

  it('are in force where all of them say the same', () => {
    const noted = { ...closed, metadata: { name: 'policy', namespace: 'a', annotations: { by: 'somebody' } } };
    expect(answersOf(inFiles(closed, noted, ...pods), [BETWEEN])).toEqual({
      verdicts: { [BETWEEN]: 'denied' },
      troubles: ['metadata.name'],
    });
  });

  it('leave open labels that not all namespaces of them have', () => {
    const flow = 'b/web > a/called 80/TCP';
    const from = (labels: string): JsonObject =>
      networkPolicy('a', `{podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {${labels}}}}]}]}`);
    const places = [
      namespace('b', { team: 'red', zone: 'edge' }),
      namespace('b', { team: 'blue', zone: 'edge' }),
      namespace('b', { zone: 'edge' }),
    ];
    const verdictOf = (labels: string): unknown =>
      answersOf(inFiles(...places, ...pods, pod('b/web'), from(labels)), [flow]).verdicts[flow];
    expect(['team: red', 'zone: edge', 'zone: core', 'team: red, zone: core'].map(verdictOf)).toEqual([
      'depends',
      'allowed',
      'denied',
      'denied',
    ]);
  });

  it('each stand for themselves where they make different pods', () => {
    const deployment = (app: string): JsonObject => ({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'web', namespace: 'a' },
      spec: { template: { metadata: { labels: { app } } } },
    });
    const objects = inFiles(deployment('one'), deployment('two'), deployment('two'), closed);
    expect(readCluster(objects).workloads.map(workloadName)).toEqual(['a/web[Deployment]']);
    const about = networkPolicy('a', '{podSelector: {matchLabels: {app: two}}}');
    const told = inFiles(deployment('one'), deployment('two'), deployment('two'), about);
    expect(readCluster(told).workloads.map(workloadName)).toEqual(['a/web[Deployment]', 'a/web#2[Deployment]']);
    const flow = ['a/web > a/web#2 80/TCP', 'a/web#2 > a/web 80/TCP'];
    expect(Object.values(answersOf(told, flow).verdicts)).toEqual(['denied', 'allowed']);
  });
});
