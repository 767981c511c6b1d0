import { byEvidence, byRule } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';

/** Decree 278/2025: mandatory data connection and sharing. */
export default defineInstrument({
  id: 'd278',
  officialName: {
    vi: 'Nghị định về kết nối, chia sẻ dữ liệu bắt buộc',
    en: 'Decree on mandatory data connection and sharing',
  },
  number: '278/2025/NĐ-CP',
  status: 'in-force',
  style: 'article',
  effectiveFrom: '2025-10-22',
  sourceKey: 'D278',
  mark: 'secondary',
  controls: [
    {
      id: 'd278-annex-1',
      clause: { vi: 'Phụ lục I', en: 'Annex I' },
      title: { vi: 'Chuẩn hóa cơ sở dữ liệu', en: 'Standardized databases' },
      requirement: {
        vi: 'Cơ sở dữ liệu thuộc Phụ lục I được chuẩn hóa, có một nguồn tin cậy duy nhất và dữ liệu chủ.',
        en: 'Databases of Annex I are standardized, with a single source of truth and master data.',
      },
      scope: 'tenant',
      dueOn: '2025-12-31',
      automation: byEvidence({ vi: 'biên bản chuẩn hóa', en: 'the record of standardization' }),
    },
    {
      id: 'd278-platform',
      clause: { vi: 'không rõ số điều', en: 'article number not known' },
      title: { vi: 'Chia sẻ qua nền tảng điều phối', en: 'Sharing through the coordination platform' },
      requirement: {
        vi: 'Mọi kết nối, chia sẻ bắt buộc chạy qua nền tảng chia sẻ, điều phối dữ liệu.',
        en: 'All mandatory connection and sharing runs through the sharing and coordination platform.',
      },
      scope: 'platform',
      dueOn: '2026-12-31',
      automation: byRule,
    },
    {
      id: 'd278-direct-route',
      clause: { vi: 'suy ra từ nghị định', en: 'inferred from the decree' },
      title: { vi: 'Không kết nối trực tiếp giữa cơ quan', en: 'No direct route between agencies' },
      requirement: {
        vi: 'Sau 31/12/2026, kết nối trực tiếp giữa hai cơ quan, không qua nền tảng trung gian, là phát hiện cần xử lý.',
        en: 'After 31 December 2026 a direct route between two agencies, without a broker platform, is a finding.',
      },
      scope: 'platform',
      mark: 'inference',
      dueOn: '2026-12-31',
      crosswalk: crosswalks.networkPolicy,
      automation: byRule,
    },
  ],
});
