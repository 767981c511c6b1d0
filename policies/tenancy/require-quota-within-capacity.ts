import type { Amounts } from '../../resources/view/quota-view';
import { definePolicy, fail, pass, unknown } from '../define-policy';
import { clusterSubjects } from '../subjects';

const units = ['cpu', 'memoryGiB'] as const;

export default definePolicy({
  title: {
    vi: 'Tổng hạn mức của mỗi cụm nằm trong năng lực, cả khi mất một vùng sự cố',
    en: 'the quotas of every cluster fit its capacity, also when a failure domain is lost',
  },
  force: 'block',
  controls: ['d331-14.2', 'd331-30.5-4', 'tcvn-14423-5.12.2.2a-hot-standby'],
  why: {
    vi: 'Hứa nhiều hơn phần còn lại sau sự cố thì dịch vụ 24/7 không thể khởi động lại.',
    en: 'If more is promised than is left after a loss, services of 24/7 can not start again.',
  },
  fix: {
    vi: 'Giảm dung lượng khai báo, hoặc thêm máy chủ vào trung tâm dữ liệu.',
    en: 'Lower footprints, or add hosts to the site.',
  },
  subjects: ({ view }) => clusterSubjects(view.model.clusters.filter((one) => one.role !== 'management')),
  check: ({ of: cluster }, { view }) => {
    const { promised, capacity, withoutOneDomain, unclear } = view.quota.ofCluster(cluster);
    const [first] = unclear;
    if (first !== undefined) return unknown(first.id, 'a quota that nobody can tell', 'amounts that can be added up');
    const { overcommit, reserveShare } = view.model.nation;
    const factors = { cpu: overcommit.cpu, memoryGiB: overcommit.memory };
    const situations: readonly { readonly name: string; readonly offered: Amounts; readonly usable: number }[] = [
      { name: 'N', offered: capacity, usable: 1 - reserveShare },
      { name: 'N−1', offered: withoutOneDomain, usable: 1 },
    ];
    for (const { name, offered, usable } of situations) {
      for (const unit of units) {
        const most = Math.floor(offered[unit] * factors[unit] * usable);
        if (promised[unit] > most) return fail(`${name} ${unit}`, `${promised[unit]} promised`, `at most ${most}`);
      }
    }
    return pass;
  },
});
