import { findParameter } from '../../model/controls/control';
import type { Site } from '../../model/site/site';
import { definePolicy, fail, pass } from '../define-policy';
import { assemblySubject } from '../subjects';

const CENTERS_MIN = findParameter('qd33-backbone', 'regionalCentersMin');
const BACKUPS_MIN = findParameter('qd33-backbone', 'backupCentersMin');

/** Cities with a metro network, by official code of their province. */
const METRO: Readonly<Record<string, string>> = { '01': 'Hà Nội', '48': 'Đà Nẵng', '79': 'TP. Hồ Chí Minh' };

export default definePolicy({
  title: {
    vi: 'Trục mạng truyền số liệu chuyên dùng có 3 trung tâm miền, 3 trung tâm dự phòng ở nơi khác và 3 mạng đô thị',
    en: 'the dedicated network has 3 regional centers, 3 backup centers elsewhere, and 3 metro networks',
  },
  force: 'block',
  controls: ['qd33-backbone'],
  why: {
    vi: 'Thiếu một trung tâm thì cả một miền mất liên lạc khi trung tâm còn lại hỏng.',
    en: 'Without one center a whole region is cut off when the other fails.',
  },
  fix: {
    vi: 'Khai báo các địa điểm tslcd-regional, tslcd-backup, tslcd-metro.',
    en: 'Declare the sites tslcd-regional, tslcd-backup and tslcd-metro.',
  },
  subjects: () => [assemblySubject],
  check(_subject, { view }) {
    const provinces = (kind: Site['kind']): readonly string[] =>
      view.model.sites.flatMap((one) => ('province' in one && one.kind === kind ? [one.province] : []));
    const regional = provinces('tslcd-regional');
    if (new Set(regional).size < CENTERS_MIN) {
      return fail('tslcd-regional', `${regional.length} centers`, `at least ${CENTERS_MIN}, each in its province`);
    }
    const backup = provinces('tslcd-backup');
    const backups = Math.max(regional.length, BACKUPS_MIN);
    if (backup.length < backups) return fail('tslcd-backup', `${backup.length} centers`, `${backups}`);
    const metro = provinces('tslcd-metro');
    const missing = Object.entries(METRO).find(([code]) => !metro.includes(code));
    return missing === undefined
      ? pass
      : fail('tslcd-metro', `none in ${missing[1]}`, 'one in each of the three cities');
  },
});
