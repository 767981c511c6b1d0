import { applierRules } from '../../../delivery/gitops/rights/applier-rules';
import { resourceNameOf } from '../../../delivery/gitops/rights/resource-name';
import { declareNamespaces } from '../../../constructs/cluster/access/platform-access';
import type { JsonObject } from '../../../resources/resource';
import { viewOf } from '../../support/view-of';
import { coreObject } from './small-assembly';

const RBAC = 'rbac.authorization.k8s.io/v1';

function rulesFor(...bodies: readonly JsonObject[]): readonly unknown[] {
  return applierRules(viewOf({ resources: bodies }).assembly.resources);
}

const apply = ['create', 'get', 'list', 'patch', 'watch'];

describe('applierRules()', () => {
  it('allow the kinds of the objects, by group, and no others', () => {
    const gateway = {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      metadata: { name: 'a', namespace: 'b' },
    };
    expect(rulesFor(gateway, coreObject('ConfigMap', 'a', 'b'), coreObject('Service', 'a', 'b'))).toEqual([
      { apiGroups: [''], resources: ['configmaps', 'services'], verbs: apply },
      { apiGroups: ['gateway.networking.k8s.io'], resources: ['gateways'], verbs: apply },
    ]);
  });

  it('let roles and bindings be written by their very names', () => {
    const role = { apiVersion: RBAC, kind: 'ClusterRole', metadata: { name: 'log-shipper' }, rules: [] };
    const binding = {
      apiVersion: RBAC,
      kind: 'RoleBinding',
      metadata: { name: 'viewers', namespace: 'a' },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'tenant-viewer' },
    };
    const group = { apiGroups: ['rbac.authorization.k8s.io'] };
    expect(rulesFor(role, binding)).toEqual([
      { ...group, resources: ['clusterroles', 'rolebindings'], verbs: apply },
      { ...group, resources: ['clusterroles'], resourceNames: ['tenant-viewer'], verbs: ['bind'] },
      { ...group, resources: ['clusterroles'], resourceNames: ['log-shipper'], verbs: ['escalate'] },
    ]);
  });

  it('hold what the admission policies ask of whoever declares a namespace', () => {
    const { apiGroup, resource, verb } = declareNamespaces;
    expect(rulesFor(coreObject('Namespace', 'a'))).toContainEqual({
      apiGroups: [apiGroup],
      resources: [resource],
      verbs: [verb],
    });
    expect(rulesFor(coreObject('ConfigMap', 'a', 'b'))).toHaveLength(1);
  });

  it('let the pods of a workload be seen, by which its health is told', () => {
    const workload = { apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'a', namespace: 'b' } };
    expect(rulesFor(workload)).toContainEqual({
      apiGroups: [''],
      resources: ['pods'],
      verbs: ['get', 'list', 'watch'],
    });
  });
});

describe('resourceNameOf()', () => {
  it.each([
    ['ConfigMap', 'configmaps'],
    ['NetworkPolicy', 'networkpolicies'],
    ['StorageClass', 'storageclasses'],
    ['Ingress', 'ingresses'],
    ['Gateway', 'gateways'],
    ['Endpoints', 'endpoints'],
    ['Metal3Cluster', 'metal3clusters'],
  ])('tells how requests name %s', (kind, name) => {
    expect(resourceNameOf(kind)).toBe(name);
  });
});
