import type { Grant } from '../../resources/view/rbac-view';
import { isUnresolved, valueAt } from '../../resources/json-path';
import type { Namespace } from '../../model/tenancy/namespace';
import { definePolicy, fail, pass, unknown, type Judgement } from '../define-policy';
import { namespaceSubjects } from '../subjects';

/** The two groups of a tenant and the cluster roles that they have in its namespaces. */
const rows = [
  { group: 'administrators', role: 'tenant-administrator' },
  { group: 'viewers', role: 'tenant-viewer' },
] as const;

export default definePolicy({
  title: {
    vi: 'Mỗi không gian tên chỉ do nhóm quản trị và nhóm xem của chính chủ quản sử dụng',
    en: 'every namespace is given to the administrators and viewers of its own tenant and to nobody else',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'tcvn-14423-5.6.2.3-central', 'd331-30.8', 'd331-8.1a'],
  why: {
    vi: 'Gán cho tài khoản đơn lẻ hay nhóm của cơ quan khác thì quyền còn lại sau khi người đó chuyển đi.',
    en: 'What is given to single accounts or groups of other agencies stays when people leave.',
  },
  fix: {
    vi: 'Chỉ giữ RoleBinding cho nhóm administrators và viewers của chủ quản.',
    en: "Keep RoleBindings for the tenant's groups administrators and viewers alone.",
  },
  subjects: ({ view }) => namespaceSubjects(view.model.namespaces),
  check: ({ of: namespace }, { view }) => {
    const bindings = view.resources.inNamespace(namespace.cluster, namespace.name, 'RoleBinding');
    const unresolved = bindings.find((one) => isUnresolved(valueAt(one.body, 'subjects')));
    if (unresolved !== undefined)
      return unknown(unresolved.id, 'what Terraform alone can tell', 'groups of the tenant');
    const grants = bindings.flatMap((one) => view.rbac.grantsOf(one));
    const stranger = grants.find((one) => !isOwn(one, namespace));
    if (stranger !== undefined) {
      const { kind, name } = stranger.subject;
      return fail(stranger.binding.id, `${kind} ${name}`, `groups of ${namespace.tenant}`);
    }
    return rows.map((row) => checkRow(row, namespace, grants)).find((one) => one.verdict !== 'pass') ?? pass;
  },
});

/** Groups of the tenant, and accounts of workloads in the same namespace. */
function isOwn({ subject }: Grant, { tenant, name }: Namespace): boolean {
  if (subject.kind === 'ServiceAccount') return subject.namespace === name;
  return subject.kind === 'Group' && rows.some(({ group }) => subject.name === `${tenant}:${group}`);
}

function checkRow({ group, role }: (typeof rows)[number], { tenant }: Namespace, grants: readonly Grant[]): Judgement {
  const name = `${tenant}:${group}`;
  const own = grants.filter(({ subject }) => subject.kind === 'Group' && subject.name === name);
  if (own.length === 0) return fail('RoleBinding', `no binding of ${name}`, `${role} for ${name}`);
  const other = own.find(({ roleKind, roleName }) => roleKind !== 'ClusterRole' || roleName !== role);
  if (other !== undefined) return fail(other.binding.id, `${other.roleKind} ${other.roleName}`, `ClusterRole ${role}`);
  return own.some((one) => one.role === undefined)
    ? unknown('RoleBinding', `${role} is not in the assembly`, `ClusterRole ${role}`)
    : pass;
}
