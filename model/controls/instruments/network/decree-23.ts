import { byRule } from '../../automation';
import { defineInstrument } from '../../define-instrument';

/** Decree 23/2025: public e-signatures and trust services. */
export default defineInstrument({
  id: 'd23',
  officialName: {
    vi: 'Nghị định về chữ ký điện tử và dịch vụ tin cậy',
    en: 'Decree on e-signatures and trust services',
  },
  number: '23/2025/NĐ-CP',
  status: 'in-force',
  style: 'article',
  effectiveFrom: '2025-04-10',
  sourceKey: 'D23',
  mark: 'read',
  controls: [
    {
      id: 'd23-1',
      clause: '1',
      title: { vi: 'Không lẫn chuỗi chứng thư', en: 'Certificate chains are not mixed' },
      requirement: {
        vi: 'Nghị định không áp dụng cho chữ ký công vụ; không dùng lẫn hai chuỗi chứng thư.',
        en: 'The decree excludes public-duty signatures; the two chains are not mixed.',
      },
      scope: 'platform',
      automation: byRule,
    },
  ],
});
