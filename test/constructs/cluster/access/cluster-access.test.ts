import { ClusterAccess } from '../../../../constructs/cluster/access/cluster-access';
import type { AccessRule } from '../../../../constructs/cluster/access/access-rule';
import {
  breakGlassRules,
  platformOperatorRules,
  platformWorkloadRules,
  securityAuditorRules,
} from '../../../../constructs/cluster/access/platform-access';
import { tenantAdministratorRules, tenantViewerRules } from '../../../../constructs/cluster/access/tenant-access';
import { mapAt, renderShard } from '../../../support/render-shard';

const roles: readonly (readonly [string, readonly AccessRule[]])[] = [
  ['tenant-administrator', tenantAdministratorRules],
  ['tenant-viewer', tenantViewerRules],
  ['platform-operator', platformOperatorRules],
  ['platform-workloads', platformWorkloadRules],
  ['security-auditor', securityAuditorRules],
  ['break-glass-recovery', breakGlassRules],
];

const readVerbs = ['get', 'list', 'watch'];

/** Verbs that a role has on a resource. */
function verbsOn(rules: readonly AccessRule[], resource: string): readonly string[] {
  const verbs = rules.filter((rule) => rule.resources.includes(resource)).flatMap((rule) => rule.verbs);
  return [...new Set(verbs)].toSorted();
}

describe('the cluster roles', () => {
  test.each(roles)('%s has no wildcard and no way to more', (_, rules) => {
    const words = rules.flatMap((rule) => [...rule.apiGroups, ...rule.resources, ...rule.verbs]);
    expect(words).not.toContain('*');
    for (const verb of ['escalate', 'bind', 'impersonate', 'approve', 'sign']) expect(words).not.toContain(verb);
    for (const resource of ['pods/exec', 'pods/attach', 'pods/portforward', 'serviceaccounts/token', 'nodes/proxy'])
      expect(words).not.toContain(resource);
  });

  test.each(roles)('%s writes neither access nor policies nor quotas', (_, rules) => {
    const guarded = ['rbac.authorization.k8s.io', 'networking.k8s.io', 'cilium.io', 'admissionregistration.k8s.io'];
    const verbs = rules
      .filter((rule) => rule.apiGroups.some((group) => guarded.includes(group)))
      .flatMap((rule) => rule.verbs);
    expect(verbs.filter((verb) => !readVerbs.includes(verb))).toEqual([]);
    for (const resource of ['resourcequotas', 'limitranges'])
      expect(verbsOn(rules, resource).filter((verb) => !readVerbs.includes(verb))).toEqual([]);
  });

  test.each(roles.filter(([name]) => name !== 'tenant-administrator'))('%s reads no secret', (_, rules) => {
    expect(verbsOn(rules, 'secrets')).toEqual([]);
  });

  test('tenant-administrator reaches a secret by its name but lists none', () => {
    expect(verbsOn(tenantAdministratorRules, 'secrets')).toEqual(['create', 'delete', 'get', 'patch', 'update']);
  });

  test('nobody declares or changes namespaces: who deploys does, from facts', () => {
    const verbs = roles.flatMap(([, rules]) => verbsOn(rules, 'namespaces'));
    expect(verbs.filter((verb) => !readVerbs.includes(verb))).toEqual([]);
  });

  test.each(roles.filter(([name]) => name !== 'tenant-administrator'))(
    '%s changes nothing that pods run',
    (_, rules) => {
      for (const resource of ['daemonsets', 'deployments', 'jobs', 'cronjobs', 'replicasets', 'statefulsets'])
        expect(verbsOn(rules, resource).filter((verb) => !readVerbs.includes(verb))).toEqual([]);
      expect(verbsOn(rules, 'pods').filter((verb) => ['create', 'patch', 'update'].includes(verb))).toEqual([]);
    },
  );

  test('what starts pods again is apart from the roles of the whole cluster, which move pods off nodes alone', () => {
    expect(verbsOn(platformWorkloadRules, 'pods')).toEqual(['delete']);
    for (const rules of [platformOperatorRules, breakGlassRules]) {
      expect(verbsOn(rules, 'pods')).toEqual(['get', 'list', 'watch']);
      expect(verbsOn(rules, 'pods/eviction')).toEqual(['create']);
      expect(verbsOn(rules, 'nodes')).toEqual(['get', 'list', 'patch', 'watch']);
    }
  });
});

describe('ClusterAccess', () => {
  test('binds groups of the identity provider, never a single account, and no role of Kubernetes', () => {
    const bindings = mapAt(
      renderShard((scope) => new ClusterAccess(scope, 'access', { tenants: true })),
      'kubernetes_cluster_role_binding',
    );
    const rows = Object.values(bindings).map((binding) => [
      mapAt(binding, 'role_ref')['name'],
      mapAt(binding)['subject'],
    ]);
    const group = (name: string) => [{ api_group: 'rbac.authorization.k8s.io', kind: 'Group', name }];
    expect(rows).toEqual([
      ['platform-operator', group('ndc:platform-operators')],
      ['security-auditor', group('ndc:security-auditors')],
      ['break-glass-recovery', group('ndc:break-glass')],
    ]);
  });

  test('says of the emergency binding that each use is an incident', () => {
    const resources = renderShard((scope) => new ClusterAccess(scope, 'access', { tenants: true }));
    const binding = mapAt(
      resources,
      'kubernetes_cluster_role_binding',
      'access_break-glass-recovery_binding',
      'metadata',
    );
    expect(mapAt(binding, 'annotations')['ndc.gov.vn/reason']).toMatch(/incident/);
  });

  test('writes no roles of tenants where there are none', () => {
    const resources = renderShard((scope) => new ClusterAccess(scope, 'access', { tenants: false }));
    expect(Object.keys(mapAt(resources, 'kubernetes_cluster_role'))).toEqual([
      'access_platform-operator',
      'access_platform-workloads',
      'access_security-auditor',
      'access_break-glass-recovery',
    ]);
  });
});
