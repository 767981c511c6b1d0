import { byProcedure } from '../../automation';
import { defineInstrument } from '../../define-instrument';

/** Resolution 175/NQ-CP: the National Data Center; only its opening was read, the rest is press. */
export default defineInstrument({
  id: 'nq175',
  officialName: {
    vi: 'Nghị quyết phê duyệt Đề án Trung tâm dữ liệu quốc gia',
    en: 'Resolution approving the National Data Center project',
  },
  number: '175/NQ-CP',
  status: 'in-force',
  style: 'article',
  sourceKey: '175',
  mark: 'secondary',
  controls: [
    {
      id: 'nq175-roadmap',
      clause: { vi: 'lộ trình', en: 'roadmap' },
      title: { vi: 'Lộ trình Trung tâm dữ liệu quốc gia', en: 'Roadmap of the National Data Center' },
      requirement: {
        vi: 'Trung tâm số 1 tại Hòa Lạc đến năm 2025, thêm hai trung tâm ở nơi chưa định; đến 2030 trên 90% trao đổi dữ liệu giữa cơ quan từ kho của trung tâm.',
        en: 'Center No. 1 at Hòa Lạc by 2025, two more at places not yet set; by 2030 over 90% of inter-agency exchange from its warehouses.',
      },
      scope: 'nation',
      mark: 'uncertain',
      sourceKeys: ['175', 'NDC1', '2224'],
      automation: byProcedure({
        vi: 'Mục tiêu do cơ quan nhà nước thực hiện; tệp cấu hình không thể hiện.',
        en: 'State bodies carry it out; no artifact of the platform shows it.',
      }),
    },
  ],
});
