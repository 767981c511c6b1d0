import { RoleBinding } from '@cdktf/provider-kubernetes/lib/role-binding';
import { Construct } from 'constructs';
import { labels, MANAGED_BY } from '../../../model/naming';
import { platformGroups } from './platform-groups';

const API = 'rbac.authorization.k8s.io';

/** Name of the cluster role that is bound in namespaces of the platform alone, and of these bindings. */
export const WORKLOAD_ROLE = 'platform-workloads';

const groups = [platformGroups.breakGlass, platformGroups.operators] as const;

/** What the binding needs. */
export interface PlatformWorkloadAccessProps {
  readonly namespace: string;
  /** Addresses of what must exist before. */
  readonly after: readonly { readonly fqn: string }[];
}

/** People of the platform in one of its namespaces, where they start pods again and scale workloads. */
export class PlatformWorkloadAccess extends Construct {
  public constructor(scope: Construct, id: string, { namespace, after }: PlatformWorkloadAccessProps) {
    super(scope, id);
    new RoleBinding(this, 'Resource', {
      dependsOn: [...after],
      metadata: { name: WORKLOAD_ROLE, namespace, labels: { [labels.managedBy]: MANAGED_BY } },
      roleRef: { apiGroup: API, kind: 'ClusterRole', name: WORKLOAD_ROLE },
      subject: groups.map((name) => ({ apiGroup: API, kind: 'Group', name })),
    });
  }
}
