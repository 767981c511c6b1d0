import { RoleBinding } from '@cdktf/provider-kubernetes/lib/role-binding';
import { Construct } from 'constructs';
import type { Namespace } from '../../model/tenancy/namespace';
import { applyAfter } from '../cluster/apply-after';
import { tenantObjectLabels } from './namespace-labels';

/** Who may do what in a namespace: a binding's name, its cluster role, and the group's part after the tenant. */
export const tenantRoles = [
  { binding: 'administrators', clusterRole: 'tenant-administrator', group: 'administrators' },
  { binding: 'viewers', clusterRole: 'tenant-viewer', group: 'viewers' },
] as const;

/** Name of a group of a tenant, as the identity provider gives it in the groups claim. */
export function tenantGroup(tenant: string, group: (typeof tenantRoles)[number]['group']): string {
  return `${tenant}:${group}`;
}

/** What a namespace's role bindings need. */
export interface NamespaceRolesProps {
  readonly namespace: Namespace;
  /** Address of the namespace, which must exist before. */
  readonly after: string;
}

/** The people of a tenant in its namespace: groups of the identity provider only, never single accounts. */
export class NamespaceRoles extends Construct {
  public constructor(scope: Construct, id: string, { namespace, after }: NamespaceRolesProps) {
    super(scope, id);
    for (const { binding, clusterRole, group } of tenantRoles) {
      const resource = new RoleBinding(this, binding, {
        metadata: { name: binding, namespace: namespace.name, labels: tenantObjectLabels(namespace) },
        roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: clusterRole },
        subject: [{ apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: tenantGroup(namespace.tenant, group) }],
      });
      applyAfter(resource, [after]);
    }
  }
}
