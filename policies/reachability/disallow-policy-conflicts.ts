import { workloadName } from '../../resources/reachability/peers/workload';
import { findConflicts, type Conflict } from '../../resources/reachability/findings/conflicts';
import { endText } from '../../resources/reachability/query/ends';
import type { Reachability } from '../../resources/reachability/solve/reachability';
import { definePolicy, fail, pass } from '../define-policy';
import { clusterSubjects } from '../subjects';

export default definePolicy({
  title: {
    vi: 'Không có hai chính sách quản trị cùng độ ưu tiên nói ngược nhau về cùng một luồng',
    en: 'no two policies of administrators with one priority say different things of one flow',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12.2.4d', 'tcvn-14423-6.12.2.4c', 'tcvn-14423-7.12.2.5c'],
  why: {
    vi: 'Giao diện để ngỏ chính sách nào thắng (ClusterNetworkPolicy, spec.priority); mỗi bản nâng cấp có thể đổi kết quả.',
    en: 'The API leaves open which of them wins (ClusterNetworkPolicy, spec.priority); every upgrade may change the answer.',
  },
  fix: {
    vi: 'Cho hai chính sách độ ưu tiên khác nhau, hoặc thu hẹp đối tượng của một chính sách.',
    en: 'Give the two policies different priorities, or narrow the subject of one.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check: ({ of: cluster }, { view }) => {
    const { reachability } = view.reachability.of(cluster);
    const [first] = findConflicts(reachability);
    if (first === undefined) return pass;
    const rules = first.rules.map(({ policy, rule }) => `${policy.resource.name}: ${rule.where} (${rule.action})`);
    return fail(rules.join(' and '), witnessText(reachability, first), 'one answer for each flow');
  },
});

function witnessText(reachability: Reachability, { direction, witness }: Conflict): string {
  const { subject, peer, port, protocol } = witness;
  const workload = reachability.workloads[subject];
  const own = workload === undefined ? '' : workloadName(workload);
  const other = endText(reachability, peer);
  const [from, to] = direction === 'ingress' ? [other, own] : [own, other];
  return `both match ${from} → ${to} ${port}/${protocol}`;
}
