import { levelRules } from '../../model/level';
import { definePolicy, fail, pass } from '../define-policy';
import { soundCopies } from './copies/made-copies';
import { homeSite, plannedSystems } from './copies/planned-systems';

export default definePolicy({
  title: {
    vi: 'Hệ thống từ cấp độ 2 có bản sao trên hạ tầng ở địa điểm khác',
    en: 'From level 2 a system has a copy on the infrastructure of another site',
  },
  force: 'block',
  controls: ['tcvn-14423-4.11.2.4', 'tcvn-14423-6.11.2.4', 'tcvn-14423-5.11.2.1'],
  why: {
    vi: 'Cháy, lũ hoặc kẻ tấn công nắm cả một trung tâm dữ liệu thì bản sao tại chỗ mất theo bản chính.',
    en: 'Fire, flood or an attacker who holds a whole data center takes the copies on site with the primary.',
  },
  fix: {
    vi: 'Khai báo bản sao ở địa điểm dự phòng hoặc địa điểm thứ ba.',
    en: 'Declare a copy at the standby or third site.',
  },
  subjects: (context) => plannedSystems(context, 2),
  check({ of: system }, { view }) {
    const home = homeSite(system);
    const sites = soundCopies(view, system)
      .map((one) => one.site)
      .filter((site) => site !== undefined && site !== home && view.model.trySite(site) !== undefined);
    const least = levelRules[system.level].offsiteCopiesMin;
    const copies = new Set(sites).size;
    return copies >= least
      ? pass
      : fail('backup.copies', `${copies} sites other than ${home}`, `at least ${least}, by sound schedules`);
  },
});
