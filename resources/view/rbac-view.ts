import { groupBy } from '../../model/group-by';
import { hasUnresolved, listAt, textAt, textsAt, textMapAt, isObject } from '../json-path';
import { selects } from '../label-selector';
import type { JsonValue, Resource } from '../resource';
import type { ResourceIndex } from './resource-index';

/** One entry of the rules of a Role or ClusterRole. */
export interface AccessRule {
  /** Where it stands: `rules[0]`. */
  readonly where: string;
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly resourceNames: readonly string[];
  readonly nonResourceUrls: readonly string[];
  /** Some of it can be told by Terraform alone. */
  readonly unclear: boolean;
}

/** Who is given something. */
export interface AccessSubject {
  readonly kind: string;
  readonly name: string;
  /** @default - users and groups have none */
  readonly namespace?: string | undefined;
}

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

  private readonly rules = new WeakMap<Resource, readonly AccessRule[]>();

  public constructor(private readonly resources: ResourceIndex) {}

  /** The rules of a Role or ClusterRole, with those that an aggregated ClusterRole collects. */
  public rulesOf(role: Resource): readonly AccessRule[] {
    const known = this.rules.get(role);
    if (known !== undefined) return known;
    const found = this.collectRules(role);
    this.rules.set(role, found);
    return found;
  }

  private collectRules(role: Resource): readonly AccessRule[] {
    const selectors = listAt(role.body, 'aggregationRule', 'clusterRoleSelectors').filter((one) => isObject(one));
    const collected = selectors.flatMap((selector) =>
      this.resources
        .inCluster(role.cluster ?? '', 'ClusterRole')
        .filter((one) => one !== role && selects(selector, textMapAt(one.body, 'metadata', 'labels')) !== 'no')
        .flatMap((one) => ownRules(one)),
    );
    return [...ownRules(role), ...collected];
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

/** The rules that a Role or ClusterRole states itself, whatever it collects. */
export function ownRules(role: Resource): readonly AccessRule[] {
  return listAt(role.body, 'rules').map((rule, index) => accessRule(rule, `rules[${index}]`));
}

function accessRule(rule: JsonValue, where: string): AccessRule {
  return {
    where,
    apiGroups: textsAt(rule, 'apiGroups'),
    resources: textsAt(rule, 'resources'),
    verbs: textsAt(rule, 'verbs'),
    resourceNames: textsAt(rule, 'resourceNames'),
    nonResourceUrls: textsAt(rule, 'nonResourceURLs'),
    unclear: !isObject(rule) || hasUnresolved(rule),
  };
}
