import { byEvidence, byRule, records } from '../../automation';
import { crosswalks, joinCrosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';

/** Law 91/2025/QH15 on personal data. */
export default defineInstrument({
  id: 'law-91',
  officialName: { vi: 'Luật Bảo vệ dữ liệu cá nhân', en: 'Law on Personal Data Protection' },
  number: '91/2025/QH15',
  status: 'in-force',
  style: 'article',
  effectiveFrom: '2026-01-01',
  sourceKey: 'LOC',
  mark: 'secondary',
  controls: [
    {
      id: 'law-91-20.1c',
      clause: '20.1(c)',
      title: { vi: 'Đám mây nước ngoài là chuyển ra nước ngoài', en: 'Foreign cloud is a transfer abroad' },
      requirement: {
        vi: 'Dùng đám mây nước ngoài để xử lý dữ liệu cá nhân là chuyển dữ liệu xuyên biên giới.',
        en: 'Processing personal data in a foreign cloud is a cross-border transfer.',
      },
      scope: 'platform',
      crosswalk: crosswalks.personalData,
      automation: byRule,
    },
    {
      id: 'law-91-20.2',
      clause: '20.2; 20.6',
      title: { vi: 'Hồ sơ chuyển dữ liệu', en: 'Dossier of the transfer' },
      requirement: {
        vi: 'Hồ sơ đánh giá tác động chuyển dữ liệu lập trong 60 ngày; cơ quan nhà nước được miễn.',
        en: 'The dossier of a transfer is due within 60 days; state agencies are exempt.',
      },
      scope: 'tenant',
      parameters: { transferDossierDaysMax: 60 },
      crosswalk: crosswalks.personalData,
      automation: byEvidence({ vi: 'hồ sơ đã nộp', en: 'the dossier as filed' }),
    },
    {
      id: 'law-91-23.1',
      clause: '23.1',
      title: { vi: 'Thông báo vi phạm dữ liệu cá nhân', en: 'Notice of a personal-data breach' },
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
