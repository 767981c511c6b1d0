import { groupBy } from '../../model/group-by';
import { hasUnresolved, isObject, listAt, textAt } from '../json-path';
import type { JsonValue, Resource } from '../resource';
import type { AccessSubject } from './read/access-rule';
import { Permissions, type PermissionGrant } from './permissions';
import { gatherRoles, roleKey, type GatheredRoles } from './read/gather-roles';
import { accountSubject, subjectKey } from './read/subject';
import type { PermissionTrouble } from './read/trouble';

const GROUP = 'rbac.authorization.k8s.io/';

/**
 * Reads who may do what from the objects of one cluster: Roles, ClusterRoles with what they gather, their bindings, and
 * the namespaces, service accounts, secrets and workloads that tell what rights lead to. Other objects are passed over,
 * and nothing is refused: what can't be read is among the troubles.
 */
export function readPermissions(objects: readonly Resource[]): Permissions {
  const kinds = groupBy(objects, kindOf);
  const of = (kind: string): readonly Resource[] => (kinds.get(kind) ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const roles = gatherRoles([...of('ClusterRole'), ...of('Role')]);
  const bindings = [...of('ClusterRoleBinding'), ...of('RoleBinding')].map((one) => readBinding(one, roles));
  return new Permissions({
    cluster: objects.find(({ cluster }) => cluster !== undefined)?.cluster ?? '',
    grants: bindings.flatMap(({ grants }) => grants),
    roles,
    namespaces: of('Namespace'),
    accounts: of('ServiceAccount'),
    others: [...of('Secret'), ...of('DaemonSet')],
    troubles: [...roles.troubles, ...bindings.flatMap(({ troubles }) => troubles)],
  });
}

/** The same for each cluster of an assembly, sorted by its name; objects outside clusters are passed over. */
export function readPermissionsOfClusters(objects: readonly Resource[]): readonly Permissions[] {
  const clusters = groupBy(
    objects.filter(({ cluster, kind }) => cluster !== undefined && KINDS.has(kind)),
    ({ cluster }) => cluster ?? '',
  );
  return [...clusters].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, some]) => readPermissions(some));
}

const ACCESS_KINDS: ReadonlySet<string> = new Set(['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding']);
const KINDS: ReadonlySet<string> = new Set([...ACCESS_KINDS, 'DaemonSet', 'Namespace', 'Secret', 'ServiceAccount']);

/** Kinds of the same name in another API group are something else. */
function kindOf({ kind, apiVersion }: Resource): string {
  if (ACCESS_KINDS.has(kind)) return apiVersion.startsWith(GROUP) ? kind : '';
  return apiVersion === (kind === 'DaemonSet' ? 'apps/v1' : 'v1') ? kind : '';
}

interface ReadBinding {
  readonly grants: readonly PermissionGrant[];
  readonly troubles: readonly PermissionTrouble[];
}

function readBinding(binding: Resource, roles: GatheredRoles): ReadBinding {
  const namespace = binding.kind === 'RoleBinding' ? (binding.namespace ?? '') : undefined;
  const kind = textAt(binding.body, 'roleRef', 'kind') ?? '';
  const name = textAt(binding.body, 'roleRef', 'name') ?? '';
  const roleName = `${kind}/${name}`;
  const isFit = kind === 'ClusterRole' || (kind === 'Role' && namespace !== undefined);
  const key = roleKey(kind, namespace, name);
  const role = isFit ? roles.byName.get(key) : undefined;
  const subjects = listAt(binding.body, 'subjects').map((one) => readSubject(one, namespace));
  const troubles: readonly PermissionTrouble[] = [
    ...(role === undefined ? [troubleOfRole(binding, roleName)] : []),
    ...subjects.flatMap((one, index) => {
      const where = `subjects[${index}]`;
      return typeof one === 'string' ? [{ kind: 'vain-subject' as const, resource: binding, where, got: one }] : [];
    }),
    ...(hasUnresolved(binding.body['subjects'])
      ? [
          {
            kind: 'unclear-rule' as const,
            resource: binding,
            where: 'subjects',
            got: 'subjects that only Terraform can tell',
          },
        ]
      : []),
  ];
  if (role === undefined) return { grants: [], troubles };
  const shared = { binding, namespace, roleName, roleKey: key, role: role.resource, shape: role.shape };
  const grants = subjects
    .filter((one) => typeof one !== 'string')
    .map((subject) => ({ ...shared, subject, holder: subjectKey(subject) }));
  return { grants, troubles };
}

function troubleOfRole(binding: Resource, roleName: string): PermissionTrouble {
  const kind = roleName.startsWith('ClusterRole/system:') ? 'unknown-role' : 'missing-role';
  return { kind, resource: binding, where: 'roleRef', got: roleName };
}

/** A subject, or why nobody can be it. A RoleBinding may leave out the namespace of an account in its own. */
function readSubject(subject: JsonValue, bindingNamespace: string | undefined): AccessSubject | string {
  const [kind, name] = [textAt(subject, 'kind') ?? '', textAt(subject, 'name') ?? ''];
  if (!isObject(subject) || name === '') return 'a subject without a name';
  if (kind === 'User' || kind === 'Group') return { kind, name };
  if (kind !== 'ServiceAccount') return `a subject of the kind ${JSON.stringify(kind)}`;
  const stated = textAt(subject, 'namespace') ?? '';
  const namespace = stated === '' ? (bindingNamespace ?? '') : stated;
  return namespace === '' ? `the account ${name} of no namespace` : accountSubject(namespace, name);
}
