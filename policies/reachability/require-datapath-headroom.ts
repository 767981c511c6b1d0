import type { BudgetFinding } from '../../resources/reachability/findings/datapath-budget';
import { workloadName } from '../../resources/reachability/peers/workload';
import { clusterBudget } from '../../resources/view/reachability/datapath';
import { definePolicy, fail, pass } from '../define-policy';
import { clusterSubjects } from '../subjects';

const WANT = 'at most 80 % of the limit';

export default definePolicy({
  title: {
    vi: 'Số định danh và số mục chính sách dự đoán của mạng Cilium còn dư ít nhất 20 % trong mỗi cụm',
    en: 'the predicted identities and policy map entries of Cilium leave at least 20 % free in every cluster',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12.2.4d', 'tcvn-14423-6.12.2.4c', 'tcvn-14423-7.12.2.5c'],
  why: {
    vi: 'Bảng chính sách đầy thì lưu lượng rơi ngẫu nhiên mà không có cảnh báo; phân vùng chỉ còn trên giấy.',
    en: 'A policy map that is full drops traffic at random and in silence; segmentation is then on paper alone.',
  },
  fix: {
    vi: 'Giảm số bên mà một luật gọi tới, dùng cổng nối theo tỉnh, hoặc tách cụm.',
    en: 'Let rules name fewer peers, use a gateway for each province, or split the cluster.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters),
  check: ({ of: cluster }, { view }) => {
    const of = view.reachability.of(cluster);
    const { findings } = clusterBudget(of, view.resources);
    const [worst] = findings.toSorted((a, b) => a.headroomPercent - b.headroomPercent);
    if (worst === undefined) return pass;
    return fail(
      whereOf(worst, (end) => of.input.workloads[end]),
      `${worst.used} of ${worst.limit.maximum}`,
      WANT,
    );
  },
});

function whereOf(
  { of, ends: [first = 0] }: BudgetFinding,
  workload: (end: number) => Parameters<typeof workloadName>[0] | undefined,
): string {
  const found = workload(first);
  return of === 'identities' || found === undefined ? of : `${of} of ${workloadName(found)}`;
}
