import { records } from '../../automation';
import { defineInstrument } from '../../define-instrument';
import { dateNotStated } from '../../effective-date';

/** Dispatch 623/TTg-KSTT: one public-service portal. */
export default defineInstrument({
  id: 'cv623',
  officialName: {
    vi: 'Công văn về tích hợp Cổng Dịch vụ công quốc gia',
    en: 'Dispatch on the single National Public Service Portal',
  },
  number: '623/TTg-KSTT',
  status: 'in-force',
  style: 'article',
  effectiveFrom: dateNotStated,
  sourceKey: 'PSP',
  mark: 'secondary',
  controls: [
    {
      id: 'cv623-single-portal',
      clause: { vi: 'công văn', en: 'the dispatch' },
      title: { vi: 'Một cổng dịch vụ công', en: 'One public-service portal' },
      requirement: {
        vi: 'Dịch vụ công tích hợp 100% trên Cổng Dịch vụ công quốc gia; cổng của tỉnh đóng từ 01/7/2025, cổng của bộ đến 02/2026.',
        en: 'Public services are fully integrated on the national portal; provincial portals closed on 1 July 2025, ministry portals by February 2026.',
      },
      scope: 'nation',
      dueOn: '2026-02-28',
      automation: records.portalStatus,
    },
  ],
});
