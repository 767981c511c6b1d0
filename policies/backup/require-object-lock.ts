import { levelRules } from '../../model/level';
import type { Copy } from '../../model/tenancy/backup';
import type { System } from '../../model/tenancy/system';
import { definePolicy, fail, pass } from '../define-policy';
import { madeCopies } from './copies/made-copies';
import { plannedSystems } from './copies/planned-systems';

export default definePolicy({
  title: {
    vi: 'Bản sao từ cấp độ 4, hoặc đã khai báo khóa, không ai sửa, xóa được trong số ngày đã khai báo',
    en: 'Copies from level 4, or declared locked, can’t be changed or deleted for the declared days',
  },
  force: 'block',
  controls: ['tcvn-14423-6.8.2.2-immutable', 'tcvn-14423-6.11.2.4', 'tcvn-14423-6.11.2.1b'],
  why: {
    vi: 'Mã độc tống tiền xóa bản sao trước khi mã hóa bản chính; khóa đối tượng là thứ còn lại.',
    en: 'Ransomware deletes copies before it encrypts the primary; the lock is what remains.',
  },
  fix: {
    vi: 'Khai báo lockDays lớn hơn 0 và dùng nơi lưu có khóa ít nhất bằng số đó.',
    en: 'Declare lockDays above 0 and use a location whose lock is at least as long.',
  },
  mayBeVacuous: {
    vi: 'Quốc gia có thể chưa có hệ thống từ cấp độ 4 và chưa khai báo khóa nào.',
    en: 'A nation may have no system from level 4 on and declare no lock.',
  },
  subjects: (context) =>
    plannedSystems(context).filter(({ of, copies }) => copies.some((copy) => lockOf(of, copy) > 0)),
  check({ of: system, copies }, { view }) {
    const made = madeCopies(view, system);
    for (const copy of copies) {
      const want = lockOf(system, copy);
      if (want === 0) continue;
      const where = `${copy.site}/${copy.medium}`;
      if (copy.lockDays === 0) return fail(where, 'declared without a lock', 'lockDays of 1 or more');
      const locks = made.filter((one) => one.site === copy.site && one.medium === copy.medium);
      if (locks.length === 0) return fail(where, 'no copy is made', `a lock of ${want} days`);
      const shortest = Math.min(...locks.map((one) => one.lockDays));
      if (shortest < want) return fail(where, `a lock of ${shortest} days`, `at least ${want} days`);
    }
    return pass;
  },
});

/** Days for which a copy must be locked; a block snapshot stays on the primary's storage, which knows no lock. */
function lockOf({ level }: System, { medium, lockDays }: Copy): number {
  if (medium === 'block-snapshot') return 0;
  return levelRules[level].objectLock ? Math.max(1, lockDays) : lockDays;
}
