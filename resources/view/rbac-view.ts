import { groupBy } from '../../model/group-by';
import { listAt, textAt } from '../json-path';
import type { EscalationPath } from '../permissions/escalation/escalation';
import { escalationsByBinding } from '../permissions/escalation/escalations-by-binding';
import type { Permissions } from '../permissions/permissions';
import { ownRules, type AccessRule, type AccessSubject } from '../permissions/read/access-rule';
import { gatherRoles, roleKey, type GatheredRoles } from '../permissions/read/gather-roles';
import { readPermissionsOfClusters } from '../permissions/read-permissions';
import type { PermissionTrouble } from '../permissions/read/trouble';
import type { Resource } from '../resource';
import type { ResourceIndex } from './resource-index';

const GROUP = 'rbac.authorization.k8s.io/';
const NONE: readonly never[] = Object.freeze([]);

/** What one binding gives one subject. */
export interface Grant {
  readonly binding: Resource;
  readonly subject: AccessSubject;
  readonly roleKind: string;
  readonly roleName: string;
  /** The bound role; undefined when the assembly doesn't hold it, as for the roles of Kubernetes itself. */
  readonly role: Resource | undefined;
  readonly rules: readonly AccessRule[];
  /** Where it holds; undefined is the whole cluster. */
  readonly namespace: string | undefined;
}

/** Who may do what, by Role, ClusterRole and their bindings. */
export class RbacView {
  private made:
    | { readonly all: readonly Grant[]; readonly byCluster: ReadonlyMap<string, readonly Grant[]> }
    | undefined;

  private readonly walked: {
    permissions?: readonly Permissions[];
    escalations?: ReadonlyMap<Resource, readonly EscalationPath[]>;
    troubles?: ReadonlyMap<Resource, readonly PermissionTrouble[]>;
  } = {};

  private readonly gathered = new Map<string, GatheredRoles>();

  public constructor(private readonly resources: ResourceIndex) {}

  /** The rules of a Role or ClusterRole in the end: those that an aggregated ClusterRole gathers, at any depth. */
  public rulesOf(role: Resource): readonly AccessRule[] {
    const found = this.rolesOf(role.cluster ?? '').byName.get(roleKey(role.kind, role.namespace, role.name));
    return found?.resource === role ? found.rules : ownRules(role);
  }

  private rolesOf(cluster: string): GatheredRoles {
    const known =
      this.gathered.get(cluster) ?? gatherRoles(['ClusterRole', 'Role'].flatMap((kind) => this.rolesIn(cluster, kind)));
    this.gathered.set(cluster, known);
    return known;
  }

  private rolesIn(cluster: string, kind: string): readonly Resource[] {
    return this.resources.inCluster(cluster, kind).filter(({ apiVersion }) => apiVersion.startsWith(GROUP));
  }

  /**
   * The ways by which somebody gets more than their own, in any number of steps, that take a right of this binding; worst
   * goals first. By rights alone: what admission would refuse on the way is not asked.
   */
  public escalationsBy(binding: Resource): readonly EscalationPath[] {
    this.walked.escalations ??= escalationsByBinding(this.permissions);
    return this.walked.escalations.get(binding) ?? NONE;
  }

  /** Why what a role or binding gives can't be told, or is nothing. */
  public troublesOf(resource: Resource): readonly PermissionTrouble[] {
    this.walked.troubles ??= groupBy(
      this.permissions.flatMap(({ troubles }) => troubles),
      (one) => one.resource,
    );
    return this.walked.troubles.get(resource) ?? NONE;
  }

  private get permissions(): readonly Permissions[] {
    return (this.walked.permissions ??= readPermissionsOfClusters(this.resources.all));
  }

  /** Everything that bindings give, of all clusters or of one. */
  public grants(cluster?: string): readonly Grant[] {
    if (this.made === undefined) {
      const bindings = [...this.resources.ofKind('ClusterRoleBinding'), ...this.resources.ofKind('RoleBinding')];
      const all = bindings.flatMap((binding) => this.grantsOf(binding));
      this.made = { all, byCluster: groupBy(all, (one) => one.binding.cluster ?? '') };
    }
    return cluster === undefined ? this.made.all : (this.made.byCluster.get(cluster) ?? []);
  }

  /** What one binding gives, a row for each subject. */
  public grantsOf(binding: Resource): readonly Grant[] {
    const roleKind = textAt(binding.body, 'roleRef', 'kind') ?? '';
    const roleName = textAt(binding.body, 'roleRef', 'name') ?? '';
    const scope = roleKind === 'Role' ? (binding.namespace ?? '-') : '-';
    const role = this.resources.tryFind(`${binding.cluster ?? binding.site}/${roleKind}/${scope}/${roleName}`);
    const rules = role === undefined ? [] : this.rulesOf(role);
    return listAt(binding.body, 'subjects').map((subject) => ({
      binding,
      subject: {
        kind: textAt(subject, 'kind') ?? '',
        name: textAt(subject, 'name') ?? '',
        namespace: textAt(subject, 'namespace'),
      },
      roleKind,
      roleName,
      role,
      rules,
      namespace: binding.kind === 'RoleBinding' ? binding.namespace : undefined,
    }));
  }
}
