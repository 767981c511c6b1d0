import type { Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import type { AccessRule } from '../../resources/permissions/read/access-rule';
import { definePolicy, fail, pass, unknown, type Subject } from '../define-policy';

const WANT = 'no way to more access than granted';
const escalation: ReadonlySet<string> = new Set(['escalate', 'bind', 'impersonate', '*']);
const writing: ReadonlySet<string> = new Set(['create', 'update', 'patch', '*']);

/** Resources whose writing grants access, however harmless the verb looks. */
const powers: ReadonlySet<string> = new Set([
  'roles',
  'rolebindings',
  'clusterroles',
  'clusterrolebindings',
  'serviceaccounts/token',
]);

interface RoleSubject extends Subject {
  /** The bound role; undefined when the assembly doesn't hold it. */
  readonly role: Resource | undefined;
}

export default definePolicy<RoleSubject>({
  title: {
    vi: 'Vai trò của bên thuê không thể tự nâng quyền hay mạo danh',
    en: 'roles of tenants can neither widen their own access nor impersonate',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'tcvn-14423-6.6.2.3-privileged', 'd331-30.8'],
  why: {
    vi: 'escalate, bind và impersonate biến một quyền nhỏ thành mọi quyền của cụm.',
    en: 'escalate, bind and impersonate turn a small right into every right of the cluster.',
  },
  fix: {
    vi: 'Bỏ các động từ này và quyền ghi vai trò; quyền truy cập chỉ đến từ dữ kiện đã thẩm định.',
    en: 'Take these verbs and the writing of roles out; access comes from reviewed facts alone.',
  },
  subjects: ({ view }) => tenantRoles(view),
  check: ({ role }, { view }) => {
    if (role === undefined) return unknown('roleRef', 'a role that is not in the assembly', WANT);
    for (const rule of view.rbac.rulesOf(role)) {
      if (rule.unclear) return unknown(rule.where, 'a rule that nobody can tell', WANT);
      const got = powerOf(rule);
      if (got !== undefined) return fail(rule.where, got, WANT);
    }
    return pass;
  },
});

/** Roles bound in namespaces of tenants, and roles that stand in them, each once. */
function tenantRoles({ model, rbac, resources }: AssemblyView): readonly RoleSubject[] {
  const found = new Map<string, RoleSubject>();
  const isTenants = (cluster: string, namespace: string): boolean =>
    model.tryNamespace(cluster, namespace) !== undefined;
  for (const { binding, namespace, role, roleKind, roleName } of rbac.grants()) {
    if (!isTenants(binding.cluster ?? '', namespace ?? '')) continue;
    const id =
      role?.id ?? `${binding.cluster ?? ''}/${roleKind}/${roleKind === 'Role' ? (namespace ?? '-') : '-'}/${roleName}`;
    if (!found.has(id)) found.set(id, { id, role, source: role?.source, file: role?.artifact.file });
  }
  for (const role of resources.ofKind('Role')) {
    if (!isTenants(role.cluster ?? '', role.namespace ?? '')) continue;
    found.set(role.id, { id: role.id, role, source: role.source, file: role.artifact.file });
  }
  return [...found.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function powerOf({ verbs, resources }: AccessRule): string | undefined {
  const verb = verbs.find((one) => escalation.has(one));
  if (verb !== undefined) return verb;
  const write = verbs.find((one) => writing.has(one));
  const power = resources.find((one) => powers.has(one));
  return write === undefined || power === undefined ? undefined : `${write} ${power}`;
}
