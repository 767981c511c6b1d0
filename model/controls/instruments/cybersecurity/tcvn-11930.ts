import { byRule } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';
import { formerDate } from '../../effective-date';

/** TCVN 11930:2017: replaced by TCVN 14423:2026; its log retention is from own knowledge. */
export default defineInstrument({
  id: 'tcvn-11930',
  officialName: {
    vi: 'Tiêu chuẩn về yêu cầu cơ bản an toàn hệ thống thông tin theo cấp độ (cũ)',
    en: 'Standard on basic requirements by level of information systems (former)',
  },
  number: 'TCVN 11930:2017',
  status: 'legacy',
  style: 'clause',
  effectiveFrom: formerDate,
  sourceKey: 'NONE',
  mark: 'own-knowledge',
  controls: [
    {
      id: 'tcvn-11930-logs-2',
      clause: { vi: 'không rõ số mục', en: 'clause number not known' },
      title: { vi: 'Lưu nhật ký cấp độ 2 (cũ)', en: 'Log retention at level 2 (legacy)' },
      requirement: {
        vi: 'Nhật ký được lưu ít nhất 1 tháng.',
        en: 'Logs are kept for at least 1 month.',
      },
      levels: [2],
      parameters: { logRetentionDaysMin: 30 },
      crosswalk: crosswalks.auditLog,
      automation: byRule,
    },
    {
      id: 'tcvn-11930-logs-3',
      clause: { vi: 'không rõ số mục', en: 'clause number not known' },
      title: { vi: 'Lưu nhật ký cấp độ 3 (cũ)', en: 'Log retention at level 3 (legacy)' },
      requirement: {
        vi: 'Nhật ký được lưu ít nhất 3 tháng.',
        en: 'Logs are kept for at least 3 months.',
      },
      levels: [3],
      parameters: { logRetentionDaysMin: 90 },
      crosswalk: crosswalks.auditLog,
      automation: byRule,
    },
    {
      id: 'tcvn-11930-logs-4',
      clause: { vi: 'không rõ số mục', en: 'clause number not known' },
      title: { vi: 'Lưu nhật ký cấp độ 4 (cũ)', en: 'Log retention at level 4 (legacy)' },
      requirement: {
        vi: 'Nhật ký được lưu ít nhất 6 tháng.',
        en: 'Logs are kept for at least 6 months.',
      },
      levels: [4],
      parameters: { logRetentionDaysMin: 180 },
      crosswalk: crosswalks.auditLog,
      automation: byRule,
    },
    {
      id: 'tcvn-11930-logs-5',
      clause: { vi: 'không rõ số mục', en: 'clause number not known' },
      title: { vi: 'Lưu nhật ký cấp độ 5 (cũ)', en: 'Log retention at level 5 (legacy)' },
      requirement: {
        vi: 'Nhật ký được lưu ít nhất 12 tháng.',
        en: 'Logs are kept for at least 12 months.',
      },
      levels: [5],
      parameters: { logRetentionDaysMin: 365 },
      crosswalk: crosswalks.auditLog,
      automation: byRule,
    },
  ],
});
