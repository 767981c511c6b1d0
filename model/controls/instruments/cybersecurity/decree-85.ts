import { records } from '../../automation';
import { defineInstrument } from '../../define-instrument';

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
  sourceKey: 'NONE',
  mark: 'own-knowledge',
  controls: [
    {
      id: 'd85-20.2c-3',
      clause: '20.2(c)',
      title: { vi: 'Kiểm tra hằng năm (cũ)', en: 'Yearly inspection (legacy)' },
      requirement: {
        vi: 'Hệ thống cấp độ 3, 4 được kiểm tra, đánh giá mỗi năm một lần bởi tổ chức được cấp phép, chỉ định.',
        en: 'Systems of levels 3 and 4 are inspected every year by a licensed or designated body.',
      },
      levels: [3, 4],
      automation: records.review,
    },
    {
      id: 'd85-20.2c-5',
      clause: '20.2(c)',
      title: { vi: 'Kiểm tra 6 tháng một lần (cũ)', en: 'Half-yearly inspection (legacy)' },
      requirement: {
        vi: 'Hệ thống cấp độ 5 được kiểm tra, đánh giá 6 tháng một lần.',
        en: 'Systems of level 5 are inspected every 6 months.',
      },
      levels: [5],
      automation: records.review,
    },
  ],
});
