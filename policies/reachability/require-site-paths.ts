import type { AssemblyView } from '../../resources/view/assembly-view';
import { findSitePaths, type SitePaths } from '../../resources/view/reachability/sites/site-paths';
import { definePolicy, fail, pass } from '../define-policy';
import { hostingClusters } from './paths/hosting-clusters';

const WANT = 'declared flows open through both sites, and fronts alone called from other clusters';

export default definePolicy({
  title: {
    vi: 'Giữa các cụm và trung tâm dữ liệu, luồng đã khai báo thông ở cả hai nơi và chỉ tới được vùng DMZ',
    en: 'between clusters and data centers declared flows pass both places, and only fronts are reached',
  },
  force: 'block',
  controls: ['tcvn-14423-6.12.2.4c', 'tcvn-14423-7.12.2.5c', 'tcvn-14423-5.4.2-data-flows', 'tcvn-14423-6.4.2.6'],
  why: {
    vi: 'Mỗi cụm nhìn riêng thì đúng, nhưng hai nơi không khớp sẽ chặn trao đổi liên thông hoặc mở vùng sau DMZ cho nơi khác.',
    en: 'Each cluster may be right alone; where two don’t match, an exchange stops or zones behind the DMZ open to another place.',
  },
  fix: {
    vi: 'Tạo lại hiện vật của cả hai cụm từ một mô hình.',
    en: 'Make the artifacts of both clusters from one model.',
  },
  subjects: ({ view }) => hostingClusters(view),
  check: ({ of: cluster }, { view }) => {
    for (const { from, closed, behindFronts } of pathsInto(view, cluster.id)) {
      const [shut] = closed;
      if (shut !== undefined)
        return fail(`${from}/${shut.from} → ${shut.to}`, `${shut.packet} of ${shut.flow ?? ''} doesn’t pass`, WANT);
      const [behind] = behindFronts;
      if (behind !== undefined) return fail(`${from}/${behind.from} → ${behind.to}`, `${behind.packet} may pass`, WANT);
    }
    return pass;
  },
});

const known = new WeakMap<AssemblyView, readonly SitePaths[]>();

function pathsInto(view: AssemblyView, cluster: string): readonly SitePaths[] {
  const all = known.get(view) ?? findSitePaths(view.reachability, view.model);
  known.set(view, all);
  return all.filter(({ to }) => to === cluster);
}
