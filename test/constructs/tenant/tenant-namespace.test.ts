import { findOwnership } from '../../../constructs/ownership';
import { TenantNamespace } from '../../../constructs/tenant/tenant-namespace';
import type { NamespacePeers } from '../../../model/segmentation/peer-rule';
import { resolvePeers } from '../../../model/segmentation/resolve-peers';
import type { Namespace } from '../../../model/tenancy/namespace';
import { healthyModel } from '../../support/healthy-model';
import { testShard } from '../../support/render-shard';

const model = healthyModel();

function communeNamespace(): Namespace {
  const namespace = model.namespaces.find((one) => one.communePart);
  if (namespace === undefined) throw new Error('the healthy model has a commune');
  return namespace;
}

function build(bend: Partial<Namespace> = {}, peers?: NamespacePeers) {
  const namespace = { ...communeNamespace(), ...bend };
  const stack = testShard();
  const construct = new TenantNamespace(stack, {
    namespace,
    kubernetes: '1.36',
    peers: peers ?? resolvePeers(model, namespace),
  });
  const resources = stack.toTerraform()['resource'] as Record<string, Record<string, Record<string, unknown>>>;
  return { construct, resources };
}

describe('TenantNamespace', () => {
  test('writes nine resources, each at a readable address', () => {
    const { resources } = build();
    const addresses = Object.entries(resources).flatMap(([type, named]) =>
      Object.keys(named).map((name) => `${type}.${name}`),
    );
    expect(addresses.toSorted()).toMatchInlineSnapshot(`
[
  "kubernetes_limit_range.c00004-proc_quota_limits",
  "kubernetes_namespace.c00004-proc",
  "kubernetes_network_policy.c00004-proc_network_default-deny",
  "kubernetes_network_policy.c00004-proc_network_flows-egress",
  "kubernetes_network_policy.c00004-proc_network_flows-ingress",
  "kubernetes_network_policy.c00004-proc_network_platform",
  "kubernetes_resource_quota.c00004-proc_quota",
  "kubernetes_role_binding.c00004-proc_roles_administrators",
  "kubernetes_role_binding.c00004-proc_roles_viewers",
]
`);
  });

  test('waits for the namespace in everything but the namespace, by a literal address', () => {
    const { resources } = build();
    const waits = Object.entries(resources).flatMap(([type, named]) =>
      type === 'kubernetes_namespace' ? [] : Object.values(named).map((resource) => resource['depends_on']),
    );
    expect(waits).toEqual(Array.from({ length: 8 }, () => ['kubernetes_namespace.c00004-proc']));
    expect(resources['kubernetes_namespace']?.['c00004-proc']?.['depends_on']).toBeUndefined();
  });

  test('labels the namespace for selectors and holds Pod Security at the version of the target', () => {
    const { resources } = build();
    expect(resources['kubernetes_namespace']?.['c00004-proc']?.['metadata']).toMatchInlineSnapshot(`
{
  "annotations": {
    "ndc.gov.vn/official-name": "Phường thử",
  },
  "labels": {
    "app.kubernetes.io/managed-by": "ndc",
    "ndc.gov.vn/level": "3",
    "ndc.gov.vn/site": "dc-north",
    "ndc.gov.vn/system": "procedures-p01",
    "ndc.gov.vn/tenant": "c00004",
    "ndc.gov.vn/zone": "server",
    "pod-security.kubernetes.io/audit": "restricted",
    "pod-security.kubernetes.io/audit-version": "v1.36",
    "pod-security.kubernetes.io/enforce": "restricted",
    "pod-security.kubernetes.io/enforce-version": "v1.36",
    "pod-security.kubernetes.io/warn": "restricted",
    "pod-security.kubernetes.io/warn-version": "v1.36",
  },
  "name": "c00004-proc",
}
`);
  });

  test('promises the quota of the model, no way in from outside, and defaults within the maximum', () => {
    const { resources } = build({ quota: { cpu: 1, memoryGiB: 1, storageGiB: 0, pods: 1000 } });
    expect(resources['kubernetes_resource_quota']?.['c00004-proc_quota']?.['spec']).toEqual({
      hard: {
        'requests.cpu': '1',
        'limits.cpu': '1',
        'requests.memory': '1Gi',
        'limits.memory': '1Gi',
        'requests.storage': '0',
        pods: '1k',
        'services.loadbalancers': '0',
        'services.nodeports': '0',
      },
    });
    expect(resources['kubernetes_limit_range']?.['c00004-proc_quota_limits']?.['spec']).toEqual({
      limit: [
        {
          type: 'Container',
          default: { cpu: '500m', memory: '512Mi' },
          default_request: { cpu: '100m', memory: '128Mi' },
          max: { cpu: '1', memory: '1Gi' },
        },
      ],
    });
  });

  test('binds the groups of the tenant that works in it, and nobody else', () => {
    const bindings = build().resources['kubernetes_role_binding'] ?? {};
    const grants = Object.values(bindings).map(({ role_ref: role, subject }) => [role, subject]);
    const group = (name: string) => [{ api_group: 'rbac.authorization.k8s.io', kind: 'Group', name }];
    const role = (name: string) => ({ api_group: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name });
    expect(grants).toEqual([
      [role('tenant-administrator'), group('c00004:administrators')],
      [role('tenant-viewer'), group('c00004:viewers')],
    ]);
  });

  test('states whom it serves, for everything in it', () => {
    const { construct } = build();
    const owners = construct.node.findAll().map((child) => findOwnership(child));
    expect(new Set(owners.map((owner) => JSON.stringify(owner)))).toEqual(
      new Set([
        JSON.stringify({
          tenant: 'c00004',
          system: 'procedures-p01',
          zone: 'server',
          level: 3,
          origin: ['systems/procedures'],
        }),
      ]),
    );
  });

  test('never lets an official name become an expression of Terraform', () => {
    const { resources } = build({ officialName: { vi: '${timestamp()}', en: 'x' } });
    expect(resources['kubernetes_namespace']?.['c00004-proc']?.['metadata']).toMatchObject({
      annotations: { 'ndc.gov.vn/official-name': '$${timestamp()}' },
    });
  });
});
