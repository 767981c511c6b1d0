import { byRule, records } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';

/** Circular 12/2022: legacy, kept for systems approved under Decree 85. */
export default defineInstrument({
  id: 'tt12',
  officialName: { vi: 'Thông tư chi tiết Nghị định 85/2016', en: 'Circular detailing Decree 85/2016' },
  number: '12/2022/TT-BTTTT',
  status: 'legacy',
  style: 'article',
  sourceKey: 'TT12',
  mark: 'read',
  controls: [
    {
      id: 'tt12-9.9',
      clause: '9.9',
      title: { vi: 'Tách logic cấp độ 3 (cũ)', en: 'Logical separation at level 3 (legacy)' },
      requirement: {
        vi: 'Hệ thống cấp độ 3 trên hạ tầng thuê được tách logic.',
        en: 'Systems of level 3 on leased infrastructure are logically separate.',
      },
      levels: [3],
      crosswalk: crosswalks.tenantBoundary,
      automation: byRule,
    },
    {
      id: 'tt12-9.10',
      clause: '9.10',
      title: { vi: 'Tách vật lý cấp độ 4, 5 (cũ)', en: 'Physical separation at levels 4 and 5 (legacy)' },
      requirement: {
        vi: 'Hệ thống cấp độ 4, 5 trên hạ tầng thuê được tách vật lý; từ 8/2026 cấp độ 4 chỉ cần tách logic.',
        en: 'Systems of levels 4 and 5 on leased infrastructure are physically separate; since August 2026 level 4 is logical.',
      },
      levels: [4, 5],
      crosswalk: crosswalks.physicalIsolation,
      automation: byRule,
    },
    {
      id: 'tt12-11',
      clause: '11; 12',
      title: { vi: 'Nội dung kiểm tra, đánh giá (cũ)', en: 'Content of the inspection (legacy)' },
      requirement: {
        vi: 'Kiểm tra tuân thủ, hiệu quả biện pháp, mã độc, điểm yếu và kiểm thử xâm nhập; gần giống nghị định mới.',
        en: 'Compliance, effectiveness, malware, vulnerabilities and penetration are inspected; nearly as in the new decree.',
      },
      levels: [1, 2, 3, 4, 5],
      crosswalk: crosswalks.compliance,
      automation: records.review,
    },
    {
      id: 'tt12-wireless',
      clause: { vi: 'Phụ lục II đến V', en: 'Annexes II–V' },
      title: { vi: 'Vùng không dây tách riêng (cũ)', en: 'Wireless apart (legacy)' },
      requirement: {
        vi: 'Vùng mạng không dây tách riêng với mọi vùng khác.',
        en: 'The wireless zone is separate from all others.',
      },
      levels: [2, 3, 4, 5],
      crosswalk: crosswalks.networkPolicy,
      automation: byRule,
    },
  ],
});
