import type { EscalationGoal, EscalationPath } from '../../resources/permissions/escalation/escalation';
import { subjectText } from '../../resources/permissions/escalation/reached';
import type { Resource } from '../../resources/resource';
import type { AssemblyView } from '../../resources/view/assembly-view';
import { definePolicy, fail, pass, unknown, type Judgement } from '../define-policy';
import { resourceSubjects } from '../subjects';
import { boundsNodeChanges } from './parts/bounds-node-changes';

const WANT = 'no way to more than it gives';
const API = 'rbac.authorization.k8s.io/';

const goals: Readonly<Record<EscalationGoal, string>> = {
  cluster: 'every right of the cluster',
  node: 'root on nodes',
  tenant: 'code or secrets of somebody else',
  guards: 'what keeps others apart',
};

/**
 * Judged with the solver that tells a reviewer of escalations, over all rights of a cluster together. Whoever is meant to
 * get further is declared by a waiver, which names an approver and ends.
 */
export default definePolicy({
  title: {
    vi: 'Không phép gán quyền nào, dù qua bao nhiêu bước, dẫn tới toàn quyền cụm, tới máy, tới nơi của người khác hay tới hàng rào ngăn cách',
    en: 'no binding leads, in any number of steps, to every right of the cluster, to its nodes, into what is of others or past what keeps them apart',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'tcvn-14423-6.6.2.3-privileged', 'd331-30.8'],
  why: {
    vi: 'Ai sửa được tải trong kube-system thì chạy được mã với tài khoản của bộ điều khiển, tức là có mọi quyền, dù vai trò trông hẹp.',
    en: 'Whoever changes a workload in kube-system runs code as a controller, which has every right, however narrow the role looks.',
  },
  fix: {
    vi: 'Bỏ quyền ở bước đầu, hoặc chỉ gán nó ở không gian tên mà nó không dẫn tới đâu; quyền khẩn cấp phải là ngoại lệ có người duyệt và thời hạn.',
    en: 'Take the right of the first step out, or bind it where it leads nowhere; what an emergency needs is a waiver with an approver and an end.',
  },
  subjects: ({ view }) =>
    resourceSubjects([
      ...view.resources.ofKind('ClusterRoleBinding', API),
      ...view.resources.ofKind('RoleBinding', API),
    ]),
  check({ of: binding }, { view }) {
    const found = view.rbac.escalationsBy(binding).filter((path) => !isBounded(path, view));
    const [worst] = found;
    if (worst !== undefined) {
      const value = [...new Set(found.map(pathText))].toSorted().join('; ');
      return { ...fail('roleRef', pathText(worst), WANT), value };
    }
    return unclear(binding, view) ?? pass;
  },
});

/** Who may change nodes at all gets no further where the API server lets them change nothing that pods are placed by. */
function isBounded({ goal, steps, subject, cluster }: EscalationPath, view: AssemblyView): boolean {
  const isOfNodes = goal === 'guards' && steps.every(({ kind }) => kind === 'change-nodes');
  return isOfNodes && boundsNodeChanges(view, cluster, subject);
}

function pathText({ subject, goal, namespace, steps }: EscalationPath): string {
  const place = namespace === '' ? '' : ` in ${namespace === '*' ? 'every namespace' : namespace}`;
  return `${subjectText(subject)} gets ${goals[goal]}${place}: ${steps.map(({ kind }) => kind).join(' > ')}`;
}

/** What nobody can tell leads anywhere. A subject that nobody can be gives nothing. */
function unclear(binding: Resource, { rbac }: AssemblyView): Judgement | undefined {
  const grants = rbac.grantsOf(binding);
  const roles = grants.flatMap(({ role }) => role ?? []).slice(0, 1);
  const trouble = [binding, ...roles]
    .flatMap((one) => rbac.troublesOf(one))
    .find(({ kind }) => kind !== 'vain-subject');
  if (trouble !== undefined) return unknown(trouble.where, trouble.got, WANT);
  const rule = grants[0]?.rules.find((one) => one.unclear);
  return rule === undefined ? undefined : unknown(rule.where, 'a rule that nobody can tell', WANT);
}
