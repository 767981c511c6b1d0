import type { DeliveryPlan } from '../../../delivery/plan/delivery-plan';
import type { ObjectChange } from '../../../delivery/plan/object-change';
import { planText } from '../../../delivery/plan/plan-text';

function changeOf(name: string, parts: Partial<ObjectChange>): ObjectChange {
  const { kind = 'ConfigMap' } = parts;
  const namespace = 'namespace' in parts ? parts.namespace : 'p01-land-server';
  return {
    id: `ndc-1-shared-0/${kind}/${namespace ?? '-'}/${name}`,
    site: 'ndc-1',
    cluster: 'ndc-1-shared-0',
    engine: 'kubernetes',
    step: 'nation/ndc-1-shared-0/kubernetes/p01',
    source: 'facts.ts:1',
    action: 'change',
    fields: [],
    ...parts,
    kind,
    namespace,
    name,
  };
}

function planOf(changes: readonly ObjectChange[], parts: Partial<DeliveryPlan> = {}): string {
  const base = {
    environment: 'test',
    assemblyDigest: 'sha256:0',
    leftOver: [],
    unreached: [],
    leftOut: [],
    notDelivered: 0,
    withoutDefinition: [],
    raw: {},
  };
  return planText({ ...base, changes, ...parts });
}

describe('planText()', () => {
  it('shows the worst first, with what it means', () => {
    const text = planOf([
      changeOf('a', { tenant: 'p01', action: 'create' }),
      changeOf('b', { tenant: 'p01', action: 'create', kind: 'Secret' }),
      changeOf('c', { action: 'change', fields: [{ path: 'data.x', before: '"1"', after: '"2"' }] }),
      changeOf('d', { tenant: 'p01', action: 'destroy', kind: 'NetworkPolicy' }),
      changeOf('e', { tenant: 'p01', kind: 'NetworkPolicy', before: { spec: {} }, after: { spec: { egress: [{}] } } }),
      changeOf('f', { tenant: 'mps', action: 'blocked', because: 'the kind Cluster is missing' }),
      changeOf('g', { action: 'unchanged' }),
    ]);
    expect(text).toMatchInlineSnapshot(`
"1 destroyed, 1 widen access, 1 blocked, 1 changed, 2 created, 1 unchanged

DESTROYED (1)
  ndc-1  p01
    ndc-1-shared-0/NetworkPolicy/p01-land-server/d: a network policy is taken away

WIDEN ACCESS (1)
  ndc-1  p01
    ndc-1-shared-0/NetworkPolicy/p01-land-server/e: 1 egress rule is new or changed

BLOCKED (1)
  ndc-1  mps
    ndc-1-shared-0/ConfigMap/p01-land-server/f: the kind Cluster is missing

CHANGED (1)
  ndc-1  platform
    ndc-1-shared-0/ConfigMap/p01-land-server/c: data.x "1" → "2"

CREATED (2)
  ndc-1  p01  1 ConfigMap, 1 Secret
"
`);
  });

  it('says what it could not see and what it does not do', () => {
    const text = planOf([], {
      unreached: [{ cluster: 'ndc-2-shared-0', why: 'connection refused' }],
      leftOut: ['ndc-1-management'],
      leftOver: [{ id: 'x', engine: 'terraform', step: 's' }],
      notDelivered: 9,
    });
    expect(text).toMatchInlineSnapshot(`
"nothing is known of any object
not reached: ndc-2-shared-0 (connection refused); nothing is known of it
not part of this deploy: ndc-1-management
left over: 1 object that the assembly no longer has; see ndc retire
brought by other tools: 9 resources of leased capacity
"
`);
  });

  it('calls nothing widened that stands in a namespace which is itself new', () => {
    const inside = { tenant: 'p01', action: 'create', after: { spec: { egress: [{}] } } } as const;
    const text = planOf([
      changeOf('p01-land-server', { kind: 'Namespace', namespace: undefined, tenant: 'p01', action: 'create' }),
      changeOf('dns', { ...inside, kind: 'NetworkPolicy' }),
      changeOf('p01-old', { kind: 'Namespace', namespace: undefined, tenant: 'p01', action: 'unchanged' }),
      changeOf('dns', { ...inside, kind: 'NetworkPolicy', namespace: 'p01-old' }),
    ]);
    expect(text.split('\n')[0]).toBe('1 widen access, 2 created, 1 unchanged');
  });

  const binding = {
    action: 'create',
    after: { roleRef: { kind: 'ClusterRole', name: 'view' }, subjects: [{ kind: 'Group', name: 'auditors' }] },
  } as const;
  const clusterBinding = changeOf('audit', { ...binding, kind: 'ClusterRoleBinding', namespace: undefined });

  it('tells access that is granted in a new cluster or namespace apart from access that is widened', () => {
    const text = planOf([
      clusterBinding,
      changeOf('bucket', {
        kind: 'ObjectBucketClaim',
        action: 'blocked',
        isKindMissing: true,
        because: 'unknown kind',
      }),
      changeOf('p01-land-server', { kind: 'Namespace', namespace: undefined, tenant: 'p01', action: 'create' }),
      changeOf('people', { ...binding, kind: 'RoleBinding', tenant: 'p01' }),
      changeOf('dns', { kind: 'NetworkPolicy', tenant: 'p01', action: 'create', after: { spec: { egress: [{}] } } }),
    ]);
    expect(text).toMatchInlineSnapshot(`
"1 blocked, 2 grant access (new), 2 created, 0 unchanged

BLOCKED (1)
  ndc-1  platform
    ndc-1-shared-0/ObjectBucketClaim/p01-land-server/bucket: unknown kind

GRANT ACCESS (NEW) (2)
  ndc-1  p01
    ndc-1-shared-0/RoleBinding/p01-land-server/people: Group auditors gets ClusterRole view
  ndc-1  platform
    ndc-1-shared-0/ClusterRoleBinding/-/audit: Group auditors gets ClusterRole view

CREATED (2)
  ndc-1  p01  1 Namespace, 1 NetworkPolicy
"
`);
  });

  it.each([
    ['something stands in the cluster', [changeOf('g', { action: 'unchanged' })], []],
    ['something is left over in it', [], [{ id: 'ndc-1-shared-0/ConfigMap/x/y', engine: 'kubernetes', step: 's' }]],
  ] as const)('calls a new binding widened access when %s', (_name, others, leftOver) => {
    const [counts] = planOf([clusterBinding, ...others], { leftOver }).split('\n');
    expect(counts).toContain('1 widen access');
    expect(counts).not.toContain('grant access');
  });

  it('gives one page for thousands of changes of every kind', () => {
    const actions = ['create', 'change', 'destroy', 'replace', 'blocked'] as const;
    const changes = Array.from({ length: 5_000 }, (_, index) =>
      changeOf(`object-${index}`, { tenant: `t${index % 400}`, action: actions[index % actions.length] ?? 'create' }),
    );
    const lines = planOf(changes).split('\n');
    expect(lines.length).toBeLessThan(70);
    expect(lines[0]).toBe('1000 destroyed, 1000 replaced, 1000 blocked, 1000 changed, 1000 created, 0 unchanged');
  });
});
