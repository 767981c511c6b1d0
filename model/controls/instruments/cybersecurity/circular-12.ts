import { byProcedure, byRule, records } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';
import { formerDate } from '../../effective-date';

/** Circular 12/2022: legacy, kept for systems approved under Decree 85. */
export default defineInstrument({
  id: 'tt12',
  officialName: { vi: 'Thông tư chi tiết Nghị định 85/2016', en: 'Circular detailing Decree 85/2016' },
  number: '12/2022/TT-BTTTT',
  status: 'legacy',
  style: 'article',
  effectiveFrom: formerDate,
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
      mark: 'secondary',
      crosswalk: crosswalks.networkPolicy,
      automation: byRule,
    },
    {
      id: 'tt12-annex-1',
      clause: { vi: 'Phụ lục I', en: 'Annex I' },
      title: { vi: 'Ba vùng của cấp độ 1 (cũ)', en: 'Three zones of level 1 (legacy)' },
      requirement: { vi: 'Có các vùng nội bộ, biên, DMZ.', en: 'The zones internal, edge and DMZ exist.' },
      levels: [1],
      parameters: { networkZonesMin: 3 },
      crosswalk: crosswalks.networkPolicy,
      automation: byRule,
    },
    {
      id: 'tt12-annex-2',
      clause: { vi: 'Phụ lục II', en: 'Annex II' },
      title: { vi: 'Năm vùng của cấp độ 2 (cũ)', en: 'Five zones of level 2 (legacy)' },
      requirement: {
        vi: 'Có các vùng nội bộ, biên, DMZ, máy chủ nội bộ, không dây (nếu có).',
        en: 'The zones internal, edge, DMZ, internal server and wireless (if any) exist.',
      },
      levels: [2],
      parameters: { networkZonesMin: 5 },
      crosswalk: crosswalks.networkPolicy,
      automation: byRule,
    },
    {
      id: 'tt12-annex-3',
      clause: { vi: 'Phụ lục III', en: 'Annex III' },
      title: { vi: 'Bảy vùng của cấp độ 3 (cũ)', en: 'Seven zones of level 3 (legacy)' },
      requirement: {
        vi: 'Có bảy vùng như tiêu chuẩn mới: thêm máy chủ cơ sở dữ liệu và quản trị.',
        en: 'The seven zones of the new standard exist: database server and management are added.',
      },
      levels: [3],
      parameters: { networkZonesMin: 7 },
      crosswalk: crosswalks.networkPolicy,
      automation: byRule,
    },
    {
      id: 'tt12-annex-4',
      clause: { vi: 'Phụ lục IV', en: 'Annex IV' },
      title: { vi: 'Tám vùng của cấp độ 4 (cũ)', en: 'Eight zones of level 4 (legacy)' },
      requirement: {
        vi: 'Có bảy vùng của cấp độ 3, thêm vùng quản trị thiết bị hệ thống.',
        en: 'The seven zones of level 3 exist, plus management of system devices.',
      },
      levels: [4],
      parameters: { networkZonesMin: 8 },
      crosswalk: crosswalks.networkPolicy,
      automation: byRule,
    },
    {
      id: 'tt12-annex-5',
      clause: { vi: 'Phụ lục V', en: 'Annex V' },
      title: { vi: 'Vùng mạng của cấp độ 5 (cũ)', en: 'Zones of level 5 (legacy)' },
      requirement: {
        vi: 'Phần về vùng mạng của cấp độ 5 chưa được đọc; nhiều khả năng như cấp độ 4.',
        en: 'The part on zones of level 5 was not read; presumably it is as at level 4.',
      },
      levels: [5],
      mark: 'uncertain',
      crosswalk: crosswalks.networkPolicy,
      automation: byProcedure({
        vi: 'Phụ lục chưa được đọc nên không quy tắc nào có thể dựa vào; vùng của cấp độ 5 theo TCVN 14423:2026.',
        en: 'The annex was not read, so no rule may rest on it; zones of level 5 follow TCVN 14423:2026.',
      }),
    },
  ],
});
