import { hasUnresolved, listAt, textAt } from '../../resources/json-path';
import type { Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import type { AccessSubject } from '../../resources/permissions/read/access-rule';
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
    const grants: Given[] = [];
    for (const binding of bindings) {
      if (hasUnresolved(binding.body['subjects']) || hasUnresolved(binding.body['roleRef'])) {
        return unknown(binding.id, 'what Terraform alone can tell', `groups of ${namespace.tenant}`);
      }
      for (const subject of listAt(binding.body, 'subjects')) {
        const kind = textAt(subject, 'kind') ?? '';
        const name = textAt(subject, 'name') ?? '';
        const own = isOwn({ kind, name, namespace: textAt(subject, 'namespace') }, namespace);
        if (!own) return fail(binding.id, `${kind} ${name}`, `groups of ${namespace.tenant}`);
        grants.push({ binding, name });
      }
    }
    return rows.map((row) => checkRow(row, { namespace, grants, view })).find((one) => one.verdict !== 'pass') ?? pass;
  },
});

/** Somebody who is given something by a binding of the namespace. */
interface Given {
  readonly binding: Resource;
  readonly name: string;
}

/** Groups of the tenant, and accounts of workloads in the same namespace. */
function isOwn(subject: AccessSubject, { tenant, name }: Namespace): boolean {
  if (subject.kind === 'ServiceAccount') return subject.namespace === name;
  return subject.kind === 'Group' && rows.some(({ group }) => subject.name === `${tenant}:${group}`);
}

interface Surroundings {
  readonly namespace: Namespace;
  readonly grants: readonly Given[];
  readonly view: AssemblyView;
}

function checkRow({ group, role }: (typeof rows)[number], { namespace, grants, view }: Surroundings): Judgement {
  const name = `${namespace.tenant}:${group}`;
  const own = grants.filter((one) => one.name === name);
  if (own.length === 0) return fail('RoleBinding', `no binding of ${name}`, `${role} for ${name}`);
  for (const { binding } of own) {
    const got = `${textAt(binding.body, 'roleRef', 'kind') ?? ''} ${textAt(binding.body, 'roleRef', 'name') ?? ''}`;
    if (got !== `ClusterRole ${role}`) return fail(binding.id, got, `ClusterRole ${role}`);
  }
  return view.resources.tryFind(`${namespace.cluster}/ClusterRole/-/${role}`) === undefined
    ? unknown('RoleBinding', `${role} is not in the assembly`, `ClusterRole ${role}`)
    : pass;
}
