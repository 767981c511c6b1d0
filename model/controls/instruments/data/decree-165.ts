import { byEvidence, byRule, records } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';

/** Decree 165/2025 under the Law on Data; article numbers not read. */
export default defineInstrument({
  id: 'd165',
  officialName: { vi: 'Nghị định quy định chi tiết Luật Dữ liệu', en: 'Decree detailing the Law on Data' },
  number: '165/2025/NĐ-CP',
  status: 'in-force',
  style: 'article',
  effectiveFrom: '2025-07-01',
  sourceKey: 'DPA',
  mark: 'secondary',
  controls: [
    {
      id: 'd165-residency',
      clause: { vi: 'không rõ số điều', en: 'article number not known' },
      title: { vi: 'Dữ liệu cốt lõi ở Việt Nam', en: 'Core data in Vietnam' },
      requirement: {
        vi: 'Dữ liệu cốt lõi lưu tại Việt Nam trừ trường hợp ngoại lệ; đánh giá tác động trước khi chuyển.',
        en: 'Core data stays in Vietnam unless excepted; its transfer needs an impact assessment first.',
      },
      scope: 'platform',
      automation: byRule,
    },
    {
      id: 'd165-encryption',
      clause: { vi: 'không rõ số điều', en: 'article number not known' },
      title: { vi: 'Mã hóa dữ liệu cốt lõi', en: 'Encryption of core data' },
      requirement: {
        vi: 'Bắt buộc mã hóa khi truyền, khi lưu trữ và trên thiết bị.',
        en: 'Transmission, storage and devices are encrypted.',
      },
      scope: 'platform',
      crosswalk: crosswalks.secretsAtRest,
      automation: byRule,
    },
    {
      id: 'd165-audit',
      clause: { vi: 'không rõ số điều', en: 'article number not known' },
      title: { vi: 'Kiểm soát truy cập và nhật ký dữ liệu', en: 'Access control and audit log' },
      requirement: {
        vi: 'Có kiểm soát truy cập và nhật ký kiểm toán dữ liệu.',
        en: 'Access is controlled and an audit log is kept.',
      },
      scope: 'platform',
      crosswalk: crosswalks.auditLog,
      automation: byRule,
    },
    {
      id: 'd165-deletion',
      clause: { vi: 'không rõ số điều', en: 'article number not known' },
      title: { vi: 'Xóa dữ liệu trong 72 giờ', en: 'Deletion within 72 hours' },
      requirement: {
        vi: 'Xóa dữ liệu trong 72 giờ khi có yêu cầu.',
        en: 'Data is deleted within 72 hours on request.',
      },
      scope: 'platform',
      parameters: { deletionHoursMax: 72 },
      automation: byEvidence({ vi: 'biên bản xóa dữ liệu', en: 'the record of the deletion' }),
    },
    {
      id: 'd165-chapter-4',
      clause: { vi: 'Chương IV', en: 'Chapter IV' },
      title: { vi: 'Đám mây theo vùng chức năng', en: 'Cloud in functional zones' },
      requirement: {
        vi: 'Trung tâm dữ liệu quốc gia có hạ tầng đám mây bố trí theo vùng chức năng cho cơ quan, tính toán hiệu năng cao và cổng dữ liệu quốc gia.',
        en: 'The National Data Center has cloud infrastructure in functional zones for agencies, high-performance computing and the national data portal.',
      },
      scope: 'platform',
      sourceKeys: ['NDC165'],
      automation: records.cloudAcceptance,
    },
  ],
});
