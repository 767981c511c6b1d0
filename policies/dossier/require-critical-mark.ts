import { definePolicy, fail, pass } from '../define-policy';
import { systemSubjects } from '../subjects';

/** Programme rows whose systems direct work on the list important to national security; its data center No. 1 is on it. */
const DIRECTS = 'national-data-center-clusters';

/** Twin of the check of facts that sets `critical`; this one asks what was written. */
export default definePolicy({
  title: {
    vi: 'Hệ thống cấp độ 5 và hệ thống điều hành trung tâm dữ liệu quốc gia được ghi là quan trọng về an ninh quốc gia',
    en: 'systems of level 5, and those that run the national data centers, are marked critical to national security',
  },
  force: 'block',
  controls: ['d331-16.4', 'd331-16.1'],
  why: {
    vi: 'Thiếu dấu này thì thẩm định, kiểm tra, báo cáo đi theo thủ tục nhẹ hơn luật đòi.',
    en: 'Without the mark, appraisal, inspection and reports follow an easier procedure than the law asks.',
  },
  fix: { vi: 'Sinh lại mô hình từ dữ kiện.', en: 'Make the model from the facts again.' },
  mayBeVacuous: {
    vi: 'Quốc gia có thể chưa có hệ thống cấp độ 5.',
    en: 'A nation may have no system of level 5.',
  },
  subjects: ({ view }) =>
    systemSubjects(view.model.systems.filter((one) => one.level === 5 || one.programme.includes(DIRECTS))),
  check: ({ of: { critical } }) => (critical ? pass : fail('critical', 'false', 'true')),
});
