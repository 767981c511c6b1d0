import { booleanAt, textAt } from '../../resources/json-path';
import type { JsonObject, Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass } from '../define-policy';
import { podOf, workloadSubjects } from './pods/workload-pods';

export default definePolicy({
  title: {
    vi: 'Pod của nền tảng chỉ mang mã truy cập API khi tài khoản riêng của nó có vai trò hẹp được khai báo',
    en: 'a pod of the platform carries a token for the API only when its own account has a declared role',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'tcvn-14423-6.6.2.3-privileged'],
  why: {
    vi: 'Mã truy cập không ai cần là món quà cho kẻ chiếm được Pod; thiếu vai trò thì Pod không làm được việc.',
    en: 'A token that nobody needs is a gift to whoever captures the pod; without its role the pod can’t work.',
  },
  fix: {
    vi: 'Đặt automountServiceAccountToken là false, hoặc khai báo tài khoản, vai trò và ràng buộc của Pod.',
    en: 'Set automountServiceAccountToken to false, or declare account, role and binding of the pod.',
  },
  subjects: ({ view }) => workloadSubjects(view),
  check({ of: workload }, { view }) {
    const pod = podOf(workload);
    if (!mountsToken(view, workload, pod)) return pass;
    const name = textAt(pod, 'serviceAccountName') ?? 'default';
    if (name === 'default') return fail('serviceAccountName', 'default', 'an account of its own, or no token');
    const grants = view.rbac
      .grants(workload.cluster)
      .filter(({ subject }) => subject.kind === 'ServiceAccount' && subject.name === name)
      .filter(({ subject }) => subject.namespace === workload.namespace);
    if (grants.length === 0) return fail(`ServiceAccount ${name}`, 'a token without a role', 'a role, or no token');
    const lost = grants.find(({ role }) => role === undefined);
    return lost === undefined
      ? pass
      : fail(`ServiceAccount ${name}`, `no ${lost.roleKind} ${lost.roleName}`, 'a role of the assembly');
  },
});

/** What the pod says counts; else what its account says; Kubernetes mounts a token when neither speaks. */
function mountsToken(
  { resources }: AssemblyView,
  { cluster = '', namespace = '' }: Resource,
  pod: JsonObject,
): boolean {
  const own = booleanAt(pod, 'automountServiceAccountToken');
  const name = textAt(pod, 'serviceAccountName') ?? 'default';
  const account = resources.inNamespace(cluster, namespace, 'ServiceAccount').find((one) => one.name === name);
  return own ?? booleanAt(account?.body, 'automountServiceAccountToken') ?? true;
}
