import { findParameter } from '../../model/controls/control';
import { definePolicy, fail, pass } from '../define-policy';
import { siteSubjects } from '../subjects';

export default definePolicy({
  title: {
    vi: 'Mỗi trung tâm dữ liệu có nguồn điện từ ít nhất hai trạm biến áp',
    en: 'Each data center is fed from at least two substations',
  },
  force: 'block',
  controls: ['tcvn-14423-a-power-4', 'tcvn-14423-a-power-5'],
  why: {
    vi: 'Hai đường dây từ một trạm mất điện cùng lúc.',
    en: 'Two lines of one substation go dark together.',
  },
  fix: {
    vi: 'Thêm nguồn điện từ trạm biến áp khác vào hồ sơ của trung tâm dữ liệu.',
    en: 'Add a feed from another substation to the data center’s facts.',
  },
  subjects: ({ view }) => siteSubjects(view.model.dataCenters()),
  check({ of: { fact } }) {
    const least = findParameter('tcvn-14423-a-power-4', 'powerFeedsMin');
    const substations = new Set(fact.feeds.filter((one) => one.mw > 0).map((one) => one.substation)).size;
    return substations >= least ? pass : fail('feeds', `${substations} substations`, `at least ${least}`);
  },
});
