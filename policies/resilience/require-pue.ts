import { findParameter } from '../../model/controls/control';
import { definePolicy, fail, pass } from '../define-policy';
import { siteSubjects } from '../subjects';

/** Twin of `checkSites` over the facts. */
export default definePolicy({
  title: {
    vi: 'Hiệu quả sử dụng điện thiết kế (PUE) của mỗi trung tâm dữ liệu không quá 1,4',
    en: 'The design power usage effectiveness (PUE) of each data center is at most 1.4',
  },
  force: 'block',
  controls: ['qd1132-pue'],
  why: {
    vi: 'Chiến lược hạ tầng số đặt ngưỡng xanh; vượt ngưỡng là tốn điện cho cả vòng đời.',
    en: 'The digital-infrastructure strategy sets the green limit; beyond it power is wasted for a lifetime.',
  },
  fix: {
    vi: 'Sửa thiết kế làm mát, cấp điện, hoặc sửa số liệu.',
    en: 'Change the design of cooling and power, or correct the figure.',
  },
  subjects: ({ view }) => siteSubjects(view.model.dataCenters()),
  check({ of: { fact } }) {
    const most = findParameter('qd1132-pue', 'designPueMax');
    return fact.pueDesign >= 1 && fact.pueDesign <= most
      ? pass
      : fail('pueDesign', String(fact.pueDesign), `from 1 to ${most}`);
  },
});
