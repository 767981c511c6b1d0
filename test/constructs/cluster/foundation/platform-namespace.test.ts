import { PlatformNamespace } from '../../../../constructs/cluster/foundation/platform-namespace';
import { platformNamespacesOf } from '../../../../model/platform/platform-namespaces';
import { PriorityClasses } from '../../../../constructs/cluster/foundation/priority-classes';
import type { LiteralMap } from '../../../../constructs/cluster/literal';
import { clusterOf } from '../../../support/healthy-cluster';
import { healthyModel } from '../../../support/healthy-model';
import { mapAt, renderShard } from '../../../support/render-shard';

function render(name: string, cluster = clusterOf()): LiteralMap {
  const model = healthyModel();
  const row = platformNamespacesOf(model, cluster).find((one) => one.name === name);
  if (row === undefined) throw new Error(`no platform namespace ${name}`);
  return renderShard((scope) => new PlatformNamespace(scope, { ...row, cluster, nation: model.nation }));
}

function metadataOf(resources: LiteralMap, name: string): LiteralMap {
  return mapAt(resources, 'kubernetes_namespace', name, 'metadata');
}

describe('PlatformNamespace', () => {
  test('is restricted and says whose it is', () => {
    expect(mapAt(metadataOf(render('platform-gateway'), 'platform-gateway'), 'labels')).toMatchInlineSnapshot(`
{
  "app.kubernetes.io/managed-by": "ndc",
  "ndc.gov.vn/service": "gateway",
  "ndc.gov.vn/site": "dc-north",
  "pod-security.kubernetes.io/audit": "restricted",
  "pod-security.kubernetes.io/audit-version": "v1.36",
  "pod-security.kubernetes.io/enforce": "restricted",
  "pod-security.kubernetes.io/enforce-version": "v1.36",
  "pod-security.kubernetes.io/warn": "restricted",
  "pod-security.kubernetes.io/warn-version": "v1.36",
}
`);
  });

  test('that needs more says why', () => {
    const metadata = metadataOf(render('platform-logging'), 'platform-logging');
    expect(mapAt(metadata, 'labels')['pod-security.kubernetes.io/enforce']).toBe('privileged');
    expect(mapAt(metadata, 'annotations')['ndc.gov.vn/reason']).toMatch(/reads the logs/);
  });

  test('lets the people of the platform move pods where pods run, and nobody else', () => {
    const bindings = (name: string, cluster = clusterOf()) =>
      render(name, cluster)['kubernetes_role_binding'] as LiteralMap | undefined;
    const [binding] = Object.values(bindings('platform-gateway') ?? {});
    const group = (name: string) => ({ api_group: 'rbac.authorization.k8s.io', kind: 'Group', name });
    expect(binding).toMatchObject({
      metadata: { name: 'platform-workloads', namespace: 'platform-gateway' },
      role_ref: { kind: 'ClusterRole', name: 'platform-workloads' },
      subject: [group('ndc:break-glass'), group('ndc:platform-operators')],
      depends_on: ['kubernetes_namespace.platform-gateway'],
    });
    expect(bindings('platform-site', clusterOf('dc-north-management'))).toBeUndefined();
  });

  test('has a quota that grows with the nodes of the cluster', () => {
    const quotaOf = (id: string) =>
      mapAt(
        render('platform-logging', clusterOf(id)),
        'kubernetes_resource_quota',
        'platform-logging_quota',
        'spec',
        'hard',
      );
    expect(clusterOf('dc-north-shared-0').hosts).toHaveLength(24);
    expect(quotaOf('dc-north-shared-0')).toMatchObject({ 'requests.cpu': '16', 'requests.memory': '16Gi', pods: '34' });
    expect(clusterOf('dc-north-management').hosts).toHaveLength(9);
    expect(quotaOf('dc-north-management')).toMatchObject({ 'requests.cpu': '9', pods: '19' });
  });

  test('denies both directions before it allows anything, and waits for the namespace', () => {
    expect(
      mapAt(render('platform-gateway'), 'kubernetes_network_policy', 'platform-gateway_network_default-deny'),
    ).toEqual({
      depends_on: ['kubernetes_namespace.platform-gateway'],
      metadata: {
        annotations: { 'ndc.gov.vn/reason': 'nothing without a rule' },
        name: 'default-deny',
        namespace: 'platform-gateway',
      },
      spec: { pod_selector: {}, policy_types: ['Ingress', 'Egress'] },
    });
  });

  test('of the gateway opens a shared cluster to the Internet and a dedicated one to the nation alone', () => {
    const outside = (id: string): unknown => {
      const policies = mapAt(render('platform-gateway', clusterOf(id)), 'kubernetes_network_policy');
      return mapAt(policies, 'platform-gateway_network_service', 'spec')['ingress'];
    };
    const rule = (cidrs: readonly string[]) => ({
      from: cidrs.map((cidr) => ({ ip_block: { cidr } })),
      ports: [{ port: '10443', protocol: 'TCP' }],
    });
    expect(outside('dc-north-shared-0')).toContainEqual(rule(['0.0.0.0/0', '::/0']));
    expect(outside('dc-north-land')).toContainEqual(rule(['10.0.0.0/8', '2001:db8::/32']));
  });

  test('of cert-manager has no rule beyond the base', () => {
    const policies = mapAt(render('platform-cert-manager'), 'kubernetes_network_policy');
    expect(Object.keys(policies)).toEqual([
      'platform-cert-manager_network_default-deny',
      'platform-cert-manager_network_base',
    ]);
  });
});

describe('platformNamespacesOf()', () => {
  test('gives a management cluster one for the machines of each cluster of its site', () => {
    const rows = platformNamespacesOf(healthyModel(), clusterOf('dc-south-management'));
    expect(rows.filter(({ service }) => service.once.pods === 0).map(({ name }) => name)).toEqual([
      'platform-machines-dc-south-management',
      'platform-machines-dc-south-shared-0',
      'platform-site',
    ]);
  });

  test('gives clusters of tenants the same services', () => {
    const names = (id: string) => platformNamespacesOf(healthyModel(), clusterOf(id)).map(({ name }) => name);
    expect(names('dc-north-land')).toEqual(names('dc-north-shared-0'));
    expect(names('dc-north-land')).toEqual([
      'platform-backup',
      'platform-cert-manager',
      'platform-database',
      'platform-gateway',
      'platform-identity',
      'platform-logging',
      'platform-monitoring',
      'rook-ceph',
    ]);
  });
});

describe('PriorityClasses', () => {
  test('order the platform before levels and levels by their number, and none is the default', () => {
    const classes = mapAt(
      renderShard((scope) => new PriorityClasses(scope, 'priorities')),
      'kubernetes_priority_class',
    );
    const rows = Object.values(classes).map((one) => [
      mapAt(one, 'metadata')['name'],
      mapAt(one)['value'],
      mapAt(one)['global_default'],
    ]);
    expect(rows).toEqual([
      ['platform-critical', 1_000_000, false],
      ['level-1', 100_000, false],
      ['level-2', 200_000, false],
      ['level-3', 300_000, false],
      ['level-4', 400_000, false],
      ['level-5', 500_000, false],
    ]);
  });
});
