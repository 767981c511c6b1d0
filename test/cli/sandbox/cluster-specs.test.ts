import { chooseClusters } from '../../../cli/sandbox/choose-clusters';
import { clusterSpecs, type AssemblyCluster } from '../../../cli/sandbox/cluster-specs';
import { deployerRules } from '../../../cli/sandbox/deployer-rules';
import { ProblemError } from '../../../model/problem';
import type { Assembly } from '../../../resources/assembly';
import { readAssembly } from '../../../resources/read/read-assembly';
import type { CustomResourceDefinition } from '../../../sandbox/schemas/definitions';
import { writtenAssembly } from '../../support/written/written-assembly';

let assembly: Assembly;
let clusters: readonly AssemblyCluster[];

const definition = (group: string, kind: string): CustomResourceDefinition => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `${kind.toLowerCase()}s.${group}` },
  spec: { group, names: { kind }, versions: [{ name: 'v2', served: true }] },
});

beforeAll(async () => {
  const read = readAssembly((await writtenAssembly('sandbox')).folder);
  if (!read.ok) throw new ProblemError(read.problems);
  assembly = read.value;
  clusters = clusterSpecs(assembly, [definition('cilium.io', 'CiliumNetworkPolicy'), definition('none.vn', 'Unused')]);
});

const specOf = (name: string) => {
  const found = clusters.find(({ cluster }) => cluster.id === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found.spec;
};

describe('clusterSpecs()', () => {
  it('finds every cluster of the assembly, sorted', () => {
    expect(clusters.map(({ spec }) => spec.name)).toEqual(assembly.model.clusters.map(({ id }) => id).toSorted());
  });

  it('takes flags, files, names and blocks from the objects that describe the cluster', () => {
    const spec = specOf('ndc-1-shared-0');
    expect(spec).toMatchObject({
      release: 'v1.36.3',
      hosts: ['api.ndc-1-shared-0.ndc.gov.vn'],
      podBlocks: ['100.68.0.0/16', '2001:db8:61:2000::/56'],
      serviceBlocks: ['172.17.0.0/20', '2001:db8:61:9000::/112'],
    });
    expect(spec.files.map(({ path }) => path)).toEqual(
      ['admission', 'audit-policy', 'authentication', 'encryption'].map(
        (name) => `/etc/kubernetes/configuration/${name}.yaml`,
      ),
    );
    expect(spec.apiServer).toContainEqual({ name: 'authorization-mode', value: 'Node,RBAC' });
    expect(spec.etcd).toEqual([
      { name: 'cipher-suites', value: expect.stringContaining('TLS_ECDHE_') as string },
      { name: 'quota-backend-bytes', value: '8589934592' },
    ]);
  });

  it('simulates one node for each host of the model, as large as it is', () => {
    for (const { cluster, spec } of clusters) {
      const hosts = assembly.model.clusters.find(({ id }) => id === cluster.id)?.hosts ?? [];
      const expected = hosts.map(({ id, cores, memoryGiB }) => `${id} ${cores} ${memoryGiB}Gi`);
      const got = spec.nodes.map(
        ({ name, capacity }) => `${name} ${capacity['cpu'] ?? ''} ${capacity['memory'] ?? ''}`,
      );
      expect(got.toSorted()).toEqual(expected.toSorted());
    }
  });

  it('gives nodes the labels and taints with which their pool registers them', () => {
    const nodes = new Map(specOf('ndc-1-shared-0').nodes.map((node) => [node.name, node]));
    expect(nodes.get('ndc-1-hall-a-r1-storage-30t-002')).toMatchObject({
      labels: { 'ndc.gov.vn/host-role': 'storage', 'topology.kubernetes.io/zone': 'ndc-1-hall-a-r1' },
      taints: [{ key: 'ndc.gov.vn/host-role', value: 'storage', effect: 'NoSchedule' }],
      capacity: { pods: '110' },
    });
    expect(nodes.get('ndc-1-hall-a-r1-worker-64-003')).toMatchObject({
      labels: { 'ndc.gov.vn/host-role': 'worker', 'topology.kubernetes.io/zone': 'ndc-1-hall-a-r1' },
      taints: [],
    });
  });

  it('gives control-plane nodes what kubeadm gives them', () => {
    const control = specOf('ndc-1-shared-0').nodes.find(({ name }) => name.includes('-control-'));
    expect(control?.labels).toMatchObject({
      'node-role.kubernetes.io/control-plane': '',
      'ndc.gov.vn/host-role': 'control',
    });
    expect(control?.taints).toEqual([{ key: 'node-role.kubernetes.io/control-plane', effect: 'NoSchedule' }]);
  });

  it('leaves out labels that only the running machine can tell', () => {
    for (const { spec } of clusters)
      for (const node of spec.nodes) expect(JSON.stringify(node)).not.toMatch(/\{\{|metal3\.io\/uuid/);
  });

  it('takes the definitions that the cluster’s own objects need, and no others', () => {
    expect(specOf('ndc-1-shared-0').definitions.map(({ metadata }) => metadata.name)).toEqual([
      'ciliumnetworkpolicys.cilium.io',
    ]);
  });
});

describe('deployerRules()', () => {
  it('cover every kind that the cluster gets, and open neither secrets nor processes in pods', () => {
    const own = assembly.resources.filter(({ cluster }) => cluster === 'ndc-1-shared-0');
    const rules = deployerRules(own);
    for (const { apiVersion, kind } of own) {
      const [group = '', version] = apiVersion.split('/');
      const inCore = version === undefined;
      const covering = rules.filter(
        (rule) =>
          rule.verbs.includes('patch') &&
          rule.apiGroups.includes(inCore ? '' : group) &&
          (rule.resources.includes('*') || rule.resources.includes(`${kind.toLowerCase()}s`)),
      );
      expect({ kind, covered: covering.length > 0 }).toEqual({ kind, covered: true });
    }
    const core = rules.filter(({ apiGroups }) => apiGroups.includes('')).flatMap(({ resources }) => resources);
    expect(core.filter((one) => one === '*' || one.startsWith('secret') || one.includes('/'))).toEqual([]);
  });

  it('are none but those for definitions, roles and namespaces when nothing is deployed', () => {
    expect(deployerRules([]).flatMap(({ apiGroups }) => apiGroups)).toEqual([
      '',
      'apiextensions.k8s.io',
      'rbac.authorization.k8s.io',
      'ndc.gov.vn',
    ]);
  });
});

describe('chooseClusters()', () => {
  const names = (given?: string): readonly string[] => chooseClusters(clusters, given).map(({ spec }) => spec.name);

  it('takes the shared cluster of each data center when none is named', () => {
    expect(names()).toEqual(['ndc-1-shared-0', 'ndc-2-shared-0', 'ndc-3-shared-0']);
  });

  it('takes those that are named, or all', () => {
    expect(names('ndc-2-management, ndc-1-shared-0')).toEqual(['ndc-1-shared-0', 'ndc-2-management']);
    expect(names('all')).toHaveLength(clusters.length);
  });

  it('refuses every name that is no cluster’s, and offers what was meant', () => {
    const problems = ((): ProblemError['problems'] => {
      try {
        names('ndc-1-shared-1,ndc-9');
        return [];
      } catch (error) {
        return error instanceof ProblemError ? error.problems : [];
      }
    })();
    expect(problems.map(({ code, got }) => [code, got])).toEqual([
      ['cluster-unknown', 'ndc-1-shared-1'],
      ['cluster-unknown', 'ndc-9'],
    ]);
    expect(problems[0]?.want).toMatch(/^did you mean ndc-\d-shared-0\?$/);
  });
});
