import { byRule, records } from '../../automation';
import { crosswalks, joinCrosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';

/** Decree 356/2025 under the Law on Personal Data Protection. */
export default defineInstrument({
  id: 'd356',
  officialName: {
    vi: 'Nghị định quy định chi tiết Luật Bảo vệ dữ liệu cá nhân',
    en: 'Decree detailing the Law on Personal Data Protection',
  },
  number: '356/2025/NĐ-CP',
  status: 'in-force',
  style: 'article',
  effectiveFrom: '2026-01-01',
  sourceKey: 'LOC',
  mark: 'secondary',
  controls: [
    {
      id: 'd356-12.2',
      clause: '12.2; 12.4',
      title: { vi: 'Dữ liệu cá nhân trên đám mây', en: 'Personal data in the cloud' },
      requirement: {
        vi: 'Dữ liệu cá nhân trên đám mây phải mã hóa khi lưu trữ và khi truyền, phân quyền chặt chẽ, có nội dung bắt buộc trong hợp đồng.',
        en: 'Personal data in the cloud is encrypted at rest and in transit, strictly authorized, with set contract content.',
      },
      scope: 'platform',
      crosswalk: crosswalks.personalData,
      automation: byRule,
    },
    {
      id: 'd356-29.1a',
      clause: '29.1(a)',
      title: { vi: 'Thông báo vi phạm trong 72 giờ', en: 'Breach notice within 72 hours' },
      requirement: {
        vi: 'Thông báo vi phạm dữ liệu cá nhân trong 72 giờ.',
        en: 'A breach of personal data is notified within 72 hours.',
      },
      scope: 'tenant',
      sourceKeys: ['LL'],
      parameters: { incidentReportHoursMax: 72 },
      crosswalk: joinCrosswalks(crosswalks.personalData, crosswalks.incident),
      automation: records.incidentRecord,
    },
  ],
});
