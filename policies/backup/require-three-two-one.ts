import { levelRules } from '../../model/level';
import { definePolicy, fail, pass } from '../define-policy';
import { soundCopies } from './copies/made-copies';
import { homeSite, plannedSystems } from './copies/planned-systems';

export default definePolicy({
  title: {
    vi: 'Hệ thống từ cấp độ 3 có ít nhất 3 bản dữ liệu trên 2 loại phương tiện, 1 bản ở địa điểm khác (3-2-1)',
    en: 'From level 3 a system has at least 3 copies on 2 media, 1 of them off site (3-2-1)',
  },
  force: 'block',
  controls: ['tcvn-14423-5.11.2.1'],
  why: {
    vi: 'Một lỗi, một loại phương tiện hỏng hoặc một địa điểm mất không được làm mất mọi bản dữ liệu.',
    en: 'One fault, one failing medium or one lost site must not take every copy.',
  },
  fix: {
    vi: 'Thêm bản sao vào kế hoạch của hệ thống, ở phương tiện hoặc địa điểm khác, rồi sinh lại.',
    en: 'Add a copy on another medium or at another site to the system’s plan and synthesize again.',
  },
  subjects: (context) => plannedSystems(context, 3),
  check({ of: system }, { view }) {
    const { copiesMin, mediaMin, offsiteCopiesMin } = levelRules[system.level];
    const copies = soundCopies(view, system).filter((one) => one.site !== undefined);
    const places = new Set(copies.map((one) => `${one.site}/${one.medium}`));
    const media = new Set(['primary', ...copies.map((one) => one.medium)]);
    const home = homeSite(system);
    const offsite = new Set(copies.filter((one) => one.site !== home).map((one) => `${one.site}/${one.medium}`));
    const counts = [
      { where: 'copies', got: places.size + 1, want: copiesMin },
      { where: 'media', got: media.size, want: mediaMin },
      { where: 'offsite copies', got: offsite.size, want: offsiteCopiesMin },
    ];
    const lacking = counts.find(({ got, want }) => got < want);
    if (lacking === undefined) return pass;
    return fail(lacking.where, `${lacking.got} by sound schedules`, `at least ${lacking.want}`);
  },
});
