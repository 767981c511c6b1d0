import { ClusterRoleBinding } from '@cdktf/provider-kubernetes/lib/cluster-role-binding';
import { ClusterRole } from '@cdktf/provider-kubernetes/lib/cluster-role';
import { Construct } from 'constructs';
import { annotations, labels, MANAGED_BY } from '../../../model/naming';
import type { AccessRule } from './access-rule';
import { breakGlassRules, platformOperatorRules, platformWorkloadRules, securityAuditorRules } from './platform-access';
import { platformGroups } from './platform-groups';
import { WORKLOAD_ROLE } from './platform-workload-access';
import { tenantAdministratorRules, tenantViewerRules } from './tenant-access';

/** A cluster role, and the group that has it in the whole cluster. */
interface RoleRow {
  readonly name: string;
  readonly rules: readonly AccessRule[];
  /** @default - bound in namespaces only */
  readonly group?: string;
  /** Whether it is for tenants, so that clusters without them lack it.
   * @default false
   */
  readonly isOfTenants?: true;
  /** Why the binding stands.
   * @default - part of the daily work
   */
  readonly reason?: string;
}

const roles: readonly RoleRow[] = [
  { name: 'tenant-administrator', rules: tenantAdministratorRules, isOfTenants: true },
  { name: 'tenant-viewer', rules: tenantViewerRules, isOfTenants: true },
  { name: 'platform-operator', rules: platformOperatorRules, group: platformGroups.operators },
  { name: WORKLOAD_ROLE, rules: platformWorkloadRules },
  { name: 'security-auditor', rules: securityAuditorRules, group: platformGroups.auditors },
  {
    name: 'break-glass-recovery',
    rules: breakGlassRules,
    group: platformGroups.breakGlass,
    reason: 'emergency access; each use is an incident, and is in the audit log',
  },
];

const platformRoles = roles.filter(({ isOfTenants = false }) => !isOfTenants);

/**
 * Who may do what in a whole cluster (TCVN 14423:2026 x.6.2.4): roles without wildcards, for groups of the identity
 * provider, never for single accounts. The roles of tenants are bound in their namespaces, and what changes anything that
 * runs is bound in the platform's.
 */
export class ClusterAccess extends Construct {
  public constructor(scope: Construct, id: string, { tenants }: { readonly tenants: boolean }) {
    super(scope, id);
    for (const row of tenants ? roles : platformRoles) defineRole(new Construct(this, row.name), row);
  }
}

function defineRole(scope: Construct, { name, rules, group, reason }: RoleRow): void {
  const own = { [labels.managedBy]: MANAGED_BY };
  new ClusterRole(scope, 'Resource', {
    metadata: { name, labels: own },
    rule: rules.map(({ apiGroups, resources, verbs, resourceNames }) => ({
      apiGroups: [...apiGroups],
      resources: [...resources].toSorted(),
      verbs: [...verbs].toSorted(),
      ...(resourceNames === undefined ? {} : { resourceNames: [...resourceNames] }),
    })),
  });
  if (group === undefined) return;
  new ClusterRoleBinding(scope, 'binding', {
    metadata: { name, labels: own, ...(reason === undefined ? {} : { annotations: { [annotations.reason]: reason } }) },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
    subject: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: group }],
  });
}
