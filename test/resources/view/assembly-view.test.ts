import fc from 'fast-check';
import type { JsonObject } from '../../../resources/resource';
import { embeddedConfigs, tryEmbeddedConfig } from '../../../resources/view/embedded-config';
import { CLUSTER, idOf, viewOf } from '../../support/view-of';

const server = 'p01-proc-server';

function object(kind: string, name: string, rest: JsonObject = {}): JsonObject {
  return { apiVersion: 'v1', kind, metadata: { name, namespace: server }, ...rest };
}

function placed(body: JsonObject, namespace: string): JsonObject {
  const { metadata } = body;
  return { ...body, metadata: { ...(typeof metadata === 'object' ? metadata : {}), namespace } };
}

function quota(name: string, hard: JsonObject, rest: JsonObject = {}): JsonObject {
  return object('ResourceQuota', name, { spec: { hard, ...rest } });
}

describe('ResourceIndex', () => {
  const view = viewOf({
    resources: [object('Secret', 'a'), object('ConfigMap', 'a'), placed(object('Secret', 'b', {}), 'other')],
  });

  it('finds resources by id, kind, namespace, cluster, site, system and tenant', () => {
    expect(view.resources.tryFind(idOf('Secret', 'a', server))?.name).toBe('a');
    expect(view.resources.ofKind('Secret')).toHaveLength(2);
    expect(view.resources.inNamespace(CLUSTER, server)).toHaveLength(2);
    expect(view.resources.inNamespace(CLUSTER, server, 'Secret')).toHaveLength(1);
    expect(view.resources.inCluster(CLUSTER, 'Secret')).toHaveLength(2);
    expect(view.resources.atSite('dc-north', 'ConfigMap')).toHaveLength(1);
    expect(view.resources.ofSystem('procedures-p01')).toHaveLength(2);
    expect(view.resources.ofTenant('p01', 'Secret')).toHaveLength(1);
    expect(view.resources.kinds()).toEqual(['ConfigMap', 'Secret']);
  });

  it('finds nothing under names that every object inherits', () => {
    for (const name of ['constructor', '__proto__', 'toString']) {
      expect(view.resources.ofKind(name)).toEqual([]);
      expect(view.resources.tryFind(name)).toBeUndefined();
    }
  });
});

describe('ModelView', () => {
  const { model } = viewOf();

  it('finds systems, sites, tenants, namespaces and provinces', () => {
    expect(model.trySystem('land-database')?.level).toBe(5);
    expect(model.trySite('dc-south')?.slot).toBe(99);
    expect(model.tryTenant('c00004')?.parent).toBe('p01');
    expect(model.provinceOf('c00004')).toBe('p01');
    expect(model.provinceOf('national-owner')).toBeUndefined();
    expect(model.tryNamespace(CLUSTER, server)?.zone).toBe('server');
    expect(model.namespacesOf('land-database')).toHaveLength(8);
  });

  it('finds a flow at both of its ends', () => {
    expect(model.flowsOf('land-database', 'dmz').map((one) => one.id)).toContain('procedures-p01/land');
    expect(model.flowsOf('procedures-p01', 'server').map((one) => one.id)).toContain('procedures-p01/land');
    expect(model.flowsOf('procedures-p01', 'database').map((one) => one.id)).not.toContain('procedures-p01/land');
  });
});

describe('QuotaView', () => {
  it('sums the quotas of a cluster and sets them against its workers', () => {
    const view = viewOf({
      resources: [
        quota('a', { 'requests.cpu': '1500m', 'requests.memory': '64Gi', pods: '100' }),
        quota('b', { cpu: '1' }),
      ],
    });
    const cluster = view.model.tryCluster(CLUSTER);
    if (cluster === undefined) throw new Error('no cluster');
    const found = view.quota.ofCluster(cluster);
    expect(found.promised).toEqual({ cpu: 1, memoryGiB: 64, storageGiB: 0, pods: 100 });
    expect([found.capacity.cpu, found.withoutOneHost.cpu, found.withoutOneDomain.cpu]).toEqual([1152, 1088, 768]);
    expect(found.unclear).toEqual([]);
  });

  it('leaves out quotas with scopes and names those that it can not read', () => {
    const view = viewOf({
      resources: [quota('a', { cpu: '5' }, { scopes: ['Terminating'] }), quota('b', { cpu: 'many' })],
    });
    expect(view.quota.ofNamespace(CLUSTER, server)).toEqual({});
    const here = view.quota.clusters().find((one) => one.cluster.id === CLUSTER);
    expect(here?.unclear.map((one) => one.name)).toEqual(['b']);
  });
});

describe('BackupView', () => {
  const location = {
    apiVersion: 'velero.io/v1',
    kind: 'BackupStorageLocation',
    metadata: { name: 'far', namespace: 'platform-backup' },
    spec: { objectStorage: { bucket: 'test-dc-center-backup' } },
  };
  const schedule = {
    apiVersion: 'velero.io/v1',
    kind: 'Schedule',
    metadata: { name: 'proc', namespace: 'platform-backup' },
    spec: {
      schedule: '0 */6 * * *',
      template: { includedNamespaces: [server], storageLocation: 'far', ttl: '2160h0m0s' },
    },
  };
  const database = {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'Cluster',
    metadata: { name: 'cases', namespace: 'p01-proc-database' },
    spec: {
      backup: { retentionPolicy: '90d', barmanObjectStore: { destinationPath: 's3://test-dc-south-database/cases' } },
    },
  };
  const scheduled = {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind: 'ScheduledBackup',
    metadata: { name: 'cases', namespace: 'p01-proc-database' },
    spec: { schedule: '0 0 * * * *', cluster: { name: 'cases' } },
  };

  it('follows schedules to the sites of their buckets', () => {
    const found = viewOf({ resources: [location, schedule, database, scheduled] }).backup.ofSystem('procedures-p01');
    expect(found.sites).toEqual(['dc-center', 'dc-south']);
    expect(found.schedules.map((one) => [one.kind, one.everyMinutes, one.retentionDays, one.suspended])).toEqual([
      ['volumes', 360, 90, false],
      ['database', 60, 90, false],
    ]);
  });

  it('shows a schedule without destination when the location is not there', () => {
    const found = viewOf({ resources: [schedule] }).backup.ofSystem('procedures-p01');
    expect(found.schedules.map((one) => one.destinations)).toEqual([[]]);
    expect(found.sites).toEqual([]);
  });

  it('tells no site from a bucket of another name', () => {
    const { backup } = viewOf();
    expect(backup.trySiteOfBucket('test-dc-north-logs')).toBe('dc-north');
    expect(backup.trySiteOfBucket('test-dc-northwest-logs')).toBeUndefined();
    expect(backup.trySiteOfBucket('other-dc-north-logs')).toBeUndefined();
  });
});

describe('RbacView', () => {
  const role = {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'all', labels: { part: 'yes' } },
    rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }],
  };
  const sum = {
    ...role,
    metadata: { name: 'sum' },
    rules: [],
    aggregationRule: { clusterRoleSelectors: [{ matchLabels: { part: 'yes' } }] },
  };

  function binding(roleRef: JsonObject): JsonObject {
    return object('RoleBinding', 'b', { roleRef, subjects: [{ kind: 'Group', name: 'g' }] });
  }

  it('joins subjects with the rules that they get, and where', () => {
    const { rbac } = viewOf({ resources: [role, binding({ kind: 'ClusterRole', name: 'all' })] });
    expect(rbac.grants(CLUSTER)).toMatchObject([
      { subject: { kind: 'Group', name: 'g' }, namespace: server, rules: [{ where: 'rules[0]', verbs: ['*'] }] },
    ]);
  });

  it('collects the rules of an aggregated role', () => {
    const { rbac } = viewOf({ resources: [role, sum, binding({ kind: 'ClusterRole', name: 'sum' })] });
    expect(rbac.grants()[0]?.rules).toHaveLength(1);
  });

  it('collects them at any depth, as a cluster does, each with the place at which its own role states it', () => {
    const middle = { ...sum, metadata: { name: 'middle', labels: { part: 'of-middle' } } };
    const top = {
      ...sum,
      metadata: { name: 'top' },
      aggregationRule: { clusterRoleSelectors: [{ matchLabels: { part: 'of-middle' } }] },
    };
    const turned = { ...role, metadata: { name: 'turned' }, rules: [{ verbs: ['get'] }, ...role.rules] };
    const straight = { ...role, metadata: { name: 'straight' }, rules: turned.rules.toReversed() };
    const { rbac, resources } = viewOf({
      resources: [role, middle, top, turned, straight, binding({ kind: 'ClusterRole', name: 'top' })],
    });
    expect(rbac.grants()[0]?.rules).toMatchObject([{ where: 'rules[0]', verbs: ['*'] }]);
    const places = ['straight', 'turned'].map((name) => {
      const found = resources.inCluster(CLUSTER, 'ClusterRole').find((one) => one.name === name);
      return (found === undefined ? [] : rbac.rulesOf(found)).map(({ where, verbs }) => `${where} ${verbs.join()}`);
    });
    expect(places).toEqual([
      ['rules[0] *', 'rules[1] get'],
      ['rules[0] get', 'rules[1] *'],
    ]);
  });

  it('keeps a grant of a role that is not there', () => {
    const { rbac } = viewOf({ resources: [binding({ kind: 'ClusterRole', name: 'cluster-admin' })] });
    expect(rbac.grants()).toMatchObject([{ roleName: 'cluster-admin', role: undefined, rules: [] }]);
  });
});

describe('InventoryView', () => {
  it('counts by several keys together', () => {
    const { inventory } = viewOf({
      resources: [
        object('Secret', 'a'),
        object('Secret', 'b'),
        placed(object('ConfigMap', 'c', {}), 'c00004-proc'),
        placed(object('Secret', 'd', {}), 'other'),
      ],
    });
    expect(inventory.count('province', 'level', 'kind')).toEqual([
      { keys: ['', '', 'Secret'], objects: 1 },
      { keys: ['p01', '3', 'ConfigMap'], objects: 1 },
      { keys: ['p01', '3', 'Secret'], objects: 2 },
    ]);
  });
});

describe('embeddedConfigs()', () => {
  const files = [
    {
      path: '/etc/kubernetes/encryption.yaml',
      content: 'apiVersion: apiserver.config.k8s.io/v1\nkind: EncryptionConfiguration\nresources: []\n',
    },
    { path: '/etc/a', content: 'a: 1\na: 2\n' },
    { path: '/etc/b', contentFrom: { secret: { name: 's', key: 'k' } } },
    { path: '/etc/c', content: 'a2luZDogQwo=', encoding: 'base64' },
  ];
  const view = viewOf({ resources: [object('KubeadmControlPlane', 'k', { spec: { kubeadmConfigSpec: { files } } })] });
  const [resource] = view.resources.all;

  it('reads the documents that an object writes to machines, and says why it can not', () => {
    if (resource === undefined) throw new Error('no resource');
    expect(tryEmbeddedConfig(resource, 'EncryptionConfiguration')?.where).toBe(
      'spec.kubeadmConfigSpec.files[0].content',
    );
    expect(embeddedConfigs(resource).map((one) => one.trouble)).toEqual([
      '',
      expect.stringMatching(/duplicat/),
      'no content in the object',
      '',
    ]);
    expect(tryEmbeddedConfig(resource, 'C')?.path).toBe('/etc/c');
  });
});

describe('AssemblyView', () => {
  it('answers any body with facts, never with a crash', () => {
    const kinds = fc.constantFrom(
      'NetworkPolicy',
      'ResourceQuota',
      'RoleBinding',
      'ClusterRole',
      'Schedule',
      'ScheduledBackup',
      'Namespace',
      'KubeadmControlPlane',
    );
    const keys = fc.constantFrom(
      'spec',
      'rules',
      'subjects',
      'roleRef',
      'ingress',
      'from',
      'ports',
      'hard',
      'podSelector',
      'matchLabels',
      'template',
      'files',
      '__proto__',
      'schedule',
    );
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        fc.jsonValue({ maxDepth: 0 }),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(keys, tie('value'), { maxKeys: 5 }),
      ),
    })).value;
    fc.assert(
      fc.property(kinds, fc.dictionary(keys, json), (kind, rest) => {
        const body = {
          ...(rest as JsonObject),
          apiVersion: kind === 'Schedule' ? 'velero.io/v1' : 'postgresql.cnpg.io/v1',
          kind,
          metadata: { name: 'a', namespace: server },
        };
        const view = viewOf({ resources: [body] });
        const place = { cluster: CLUSTER, namespace: server, direction: 'ingress' as const };
        expect(['open', 'allowed', 'denied', 'unknown']).toContain(
          view.network.answer({ ...place, peer: { namespace: 'x' }, port: { port: 1, protocol: 'TCP' } }),
        );
        expect(view.quota.clusters()).toHaveLength(8);
        expect(view.rbac.grants().every((one) => one.binding.name === 'a')).toBe(true);
        expect(view.backup.schedules().length).toBeLessThanOrEqual(1);
        expect(view.resources.all.flatMap((one) => embeddedConfigs(one)).every((one) => one.where !== '')).toBe(true);
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});
