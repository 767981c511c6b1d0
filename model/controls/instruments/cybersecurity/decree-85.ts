import { records } from '../../automation';
import { defineInstrument } from '../../define-instrument';
import { formerDate } from '../../effective-date';

/** Decree 85/2016: legacy, kept for systems in transition. */
export default defineInstrument({
  id: 'd85',
  officialName: {
    vi: 'Nghị định về bảo đảm an toàn hệ thống thông tin theo cấp độ',
    en: 'Decree on the security of information systems by level',
  },
  number: '85/2016/NĐ-CP',
  status: 'legacy',
  style: 'article',
  effectiveFrom: formerDate,
  sourceKey: 'NONE',
  mark: 'own-knowledge',
  controls: [
    {
      id: 'd85-20.2c-1',
      clause: '20.2(c)',
      title: { vi: 'Kiểm tra tổng thể 2 năm một lần (cũ)', en: 'Overall inspection every two years (legacy)' },
      requirement: {
        vi: 'Kiểm tra, đánh giá tổng thể 2 năm một lần.',
        en: 'An overall inspection takes place every two years.',
      },
      scope: 'tenant',
      parameters: { inspectionDaysMax: 730 },
      automation: records.review,
    },
    {
      id: 'd85-20.2c-3',
      clause: '20.2(c)',
      title: { vi: 'Kiểm tra hằng năm (cũ)', en: 'Yearly inspection (legacy)' },
      requirement: {
        vi: 'Hệ thống cấp độ 3, 4 được kiểm tra, đánh giá mỗi năm một lần bởi tổ chức được cấp phép, chỉ định.',
        en: 'Systems of levels 3 and 4 are inspected every year by a licensed or designated body.',
      },
      levels: [3, 4],
      parameters: { inspectionDaysMax: 365 },
      automation: records.review,
    },
    {
      id: 'd85-20.2c-5',
      clause: '20.2(c)',
      title: { vi: 'Kiểm tra 6 tháng một lần (cũ)', en: 'Half-yearly inspection (legacy)' },
      requirement: {
        vi: 'Hệ thống cấp độ 5 được kiểm tra, đánh giá 6 tháng một lần bởi tổ chức được cấp phép, chỉ định.',
        en: 'Systems of level 5 are inspected every 6 months by a licensed or designated body.',
      },
      levels: [5],
      parameters: { inspectionDaysMax: 180 },
      automation: records.review,
    },
  ],
});
