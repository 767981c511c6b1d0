import { byEvidence, byRule } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';
import { formerDate } from '../../effective-date';

/** Decree 53/2022: legacy retention and localization. */
export default defineInstrument({
  id: 'd53',
  officialName: {
    vi: 'Nghị định quy định chi tiết Luật An ninh mạng 2018',
    en: 'Decree detailing the 2018 Law on Cybersecurity',
  },
  number: '53/2022/NĐ-CP',
  status: 'legacy',
  style: 'article',
  effectiveFrom: formerDate,
  sourceKey: 'D53',
  mark: 'secondary',
  controls: [
    {
      id: 'd53-logs',
      clause: { vi: 'không rõ số điều', en: 'article number not known' },
      title: { vi: 'Lưu nhật ký 12 tháng (cũ)', en: 'Logs for 12 months (legacy)' },
      requirement: {
        vi: 'Nhật ký hệ thống được lưu ít nhất 12 tháng.',
        en: 'System logs are kept for at least 12 months.',
      },
      scope: 'platform',
      parameters: { logRetentionDaysMin: 365 },
      crosswalk: crosswalks.auditLog,
      automation: byRule,
    },
    {
      id: 'd53-data',
      clause: { vi: 'không rõ số điều', en: 'article number not known' },
      title: { vi: 'Lưu dữ liệu 24 tháng (cũ)', en: 'Data for 24 months (legacy)' },
      requirement: {
        vi: 'Dữ liệu thuộc diện bắt buộc được lưu ít nhất 24 tháng.',
        en: 'Data in scope is kept for at least 24 months.',
      },
      scope: 'platform',
      mark: 'own-knowledge',
      parameters: { dataRetentionMonthsMin: 24 },
      automation: byEvidence({
        vi: 'chính sách lưu giữ dữ liệu 24 tháng',
        en: 'the policy that keeps the data for 24 months',
      }),
    },
  ],
});
