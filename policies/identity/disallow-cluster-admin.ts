import { hasUnresolved, listAt, textAt, valueAt } from '../../resources/json-path';
import { definePolicy, fail, pass, unknown } from '../define-policy';
import { resourceSubjects } from '../subjects';

const WANT = 'roles of the platform for people';

/** Roles of Kubernetes that grant everything in a namespace or in the whole cluster. */
const everything: ReadonlySet<string> = new Set(['cluster-admin', 'admin']);
const people: ReadonlySet<string> = new Set(['User', 'Group']);

export default definePolicy({
  title: {
    vi: 'Không người dùng hay nhóm nào được gán cluster-admin',
    en: 'no user and no group holds cluster-admin',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'tcvn-14423-6.6.2.3-privileged', 'd331-30.9dd'],
  why: {
    vi: 'cluster-admin đọc được mọi bí mật và tự cấp quyền cho bất kỳ ai; không còn phân tách nhiệm vụ.',
    en: 'cluster-admin reads every secret and grants anything to anybody; no separation of duties is left.',
  },
  fix: {
    vi: 'Gán vai trò hẹp của nền tảng; trường hợp khẩn cấp dùng break-glass-recovery.',
    en: 'Bind a narrow role of the platform; for emergencies there is break-glass-recovery.',
  },
  subjects: ({ view }) =>
    resourceSubjects([...view.resources.ofKind('ClusterRoleBinding'), ...view.resources.ofKind('RoleBinding')]),
  check: ({ of: { body, cluster } }, { view }) => {
    const role = valueAt(body, 'roleRef', 'name');
    const subjects = listAt(body, 'subjects');
    if ([role, body['subjects'], ...subjects].some((one) => hasUnresolved(one))) {
      return unknown('roleRef', 'what Terraform alone can tell', WANT);
    }
    for (const subject of subjects) {
      const name = textAt(subject, 'name') ?? '';
      if (name === 'system:masters') return fail('subjects', name, WANT);
      const isTenants = view.model.tryNamespace(cluster ?? '', textAt(subject, 'namespace') ?? '') !== undefined;
      const isPerson = people.has(textAt(subject, 'kind') ?? '') || isTenants;
      if (isPerson && typeof role === 'string' && everything.has(role))
        return fail('roleRef', `${role} to ${name}`, WANT);
    }
    return pass;
  },
});
