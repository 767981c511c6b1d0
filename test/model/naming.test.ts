import fc from 'fast-check';
import { environmentModel } from '../environments/environment-model';
import {
  backupBucketName,
  clusterId,
  COMMUNE_BLOCKS,
  communeNamespaceName,
  divisionTenantId,
  foundationShardId,
  gitopsName,
  LABEL_LENGTH_MAX,
  labelName,
  labels,
  platformNamespaceName,
  pulledPartName,
  shardId,
  storageClassName,
  systemInstanceId,
  zoneNamespaceName,
} from '../../model/naming';

const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const BUCKET = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;

describe('names', () => {
  test('are made as documented', () => {
    expect([
      divisionTenantId('province', '01'),
      divisionTenantId('commune', '00004'),
      systemInstanceId('province-portal', 'p01'),
      zoneNamespaceName('moh', 'records', 'database'),
      communeNamespaceName('c00004', 'portal'),
      clusterId('ndc-1', 'management', ''),
      clusterId('ndc-1', 'shared', 0),
      clusterId('ndc-1', 'dedicated', 'land'),
      shardId('ndc-1-shared-0', 'p01'),
      shardId('ndc-1-shared-0', 'p01', '00007'),
      foundationShardId('ndc-1-shared-0'),
      platformNamespaceName('dns'),
      platformNamespaceName('backup'),
      storageClassName('land-database'),
      backupBucketName('test', 'ndc-1', 'tape-lock-0'),
    ]).toEqual([
      'p01',
      'c00004',
      'province-portal-p01',
      'moh-records-database',
      'c00004-portal',
      'ndc-1-management',
      'ndc-1-shared-0',
      'ndc-1-land',
      'ndc-1-shared-0-p01',
      `ndc-1-shared-0-p01-communes-${7 % COMMUNE_BLOCKS}`,
      'ndc-1-shared-0-foundation',
      'kube-system',
      'platform-backup',
      'system-land-database',
      'test-ndc-1-tape-lock-0',
    ]);
  });

  test('shardId() of a commune depends on its own code alone', () => {
    const code = fc.integer({ min: 0, max: 99_999 }).map((number) => String(number).padStart(5, '0'));
    fc.assert(
      fc.property(code, (one) => {
        const block = Number(/-communes-(\d+)$/.exec(shardId('a-shared-0', 'p01', one))?.[1]);
        return block >= 0 && block < COMMUNE_BLOCKS && block === Number(one.slice(-2)) % COMMUNE_BLOCKS;
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  test('labelName() keeps a label, makes one of any other text, and keeps different texts apart', () => {
    expect(labelName('p01-communes-0')).toBe('p01-communes-0');
    expect(labelName('system:auditor')).toMatch(/^system-auditor-[0-9a-f]{10}$/);
    expect(labelName('a'.repeat(64))).toHaveLength(LABEL_LENGTH_MAX);
    const text = fc.oneof(fc.string({ maxLength: 100 }), fc.string({ unit: fc.constantFrom('a', 'A', '-', '.', ':') }));
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [a, b] = [labelName(one), labelName(other)];
        return LABEL.test(a) && (a === b) === (one === other);
      }),
      { seed: 4, numRuns: 500 },
    );
  });

  test('of what a GitOps engine does say the wave first', () => {
    expect([
      pulledPartName({ wave: 'canary', engine: 'terraform', part: 'p01' }),
      pulledPartName({ wave: 'canary', engine: 'kubernetes', part: 'p01-2' }),
      gitopsName(),
      gitopsName('canary'),
    ]).toEqual(['canary-foundation-p01', 'canary-kubernetes-p01-2', 'gitops', 'gitops-canary']);
  });

  test('labels have one prefix or are the recommended ones of Kubernetes, each of its own', () => {
    const values = Object.values(labels);
    expect(new Set(values).size).toBe(values.length);
    expect(values.filter((one) => !/^(?:ndc\.gov\.vn|app\.kubernetes\.io)\/[a-z-]{1,63}$/.test(one))).toEqual([]);
  });
});

describe.each(['national', 'sandbox'] as const)('the names of %s', (environment) => {
  const { model } = environmentModel(environment);

  test('are labels of RFC 1123', () => {
    const all = [
      ...model.namespaces.map(({ name }) => name),
      ...model.clusters.map(({ id }) => id),
      ...model.tenants.map(({ id }) => id),
      ...model.systems.flatMap(({ id }) => [id, storageClassName(id)]),
      ...model.clusters.map(({ id }) => foundationShardId(id)),
    ];
    expect(all.filter((name) => !LABEL.test(name) || name.length > LABEL_LENGTH_MAX)).toEqual([]);
  });

  test('tell namespaces of a cluster, clusters, tenants, systems and flows apart', () => {
    const lists = [
      model.namespaces.map(({ cluster, name }) => `${cluster}/${name}`),
      model.clusters.map(({ id }) => id),
      model.clusters.map(({ meshId }) => String(meshId)),
      model.tenants.map(({ id }) => id),
      model.systems.map(({ id }) => id),
      model.flows.map(({ id }) => id),
      model.sites.map(({ id }) => id),
    ];
    expect(lists.map((list) => list.length - new Set(list).size)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  test('fit the bucket names of object stores', () => {
    const uses = model.systems.flatMap(({ backup }) => backup?.copies ?? []);
    const names = new Set(
      uses.map(({ site, medium, lockDays }) => backupBucketName(model.environment, site, `${medium}-lock-${lockDays}`)),
    );
    expect([...names].filter((name) => !BUCKET.test(name))).toEqual([]);
  });
});
