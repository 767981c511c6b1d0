import { isUnresolved, valueAt } from '../../resources/json-path';
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
  check: ({ of: binding }, { view }) => {
    const tellable = valueAt(binding.body, 'roleRef', 'name');
    if (isUnresolved(tellable) || isUnresolved(valueAt(binding.body, 'subjects'))) {
      return unknown('roleRef', 'what Terraform alone can tell', WANT);
    }
    for (const { subject, roleName } of view.rbac.grantsOf(binding)) {
      if (subject.name === 'system:masters') return fail('subjects', subject.name, WANT);
      const isTenants = view.model.tryNamespace(binding.cluster ?? '', subject.namespace ?? '') !== undefined;
      const isPerson = people.has(subject.kind) || isTenants;
      if (isPerson && everything.has(roleName)) return fail('roleRef', `${roleName} to ${subject.name}`, WANT);
    }
    return pass;
  },
});
