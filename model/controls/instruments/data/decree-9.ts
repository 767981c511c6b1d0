import { records } from '../../automation';
import { defineInstrument } from '../../define-instrument';
import { dateNotStated } from '../../effective-date';

/** Decree 09/2019: reporting regimes of state agencies. */
export default defineInstrument({
  id: 'd9',
  officialName: {
    vi: 'Nghị định về chế độ báo cáo của cơ quan hành chính nhà nước',
    en: 'Decree on reporting regimes of state administrative agencies',
  },
  number: '09/2019/NĐ-CP',
  status: 'in-force',
  style: 'article',
  effectiveFrom: dateNotStated,
  sourceKey: 'NONE',
  mark: 'own-knowledge',
  controls: [
    {
      id: 'd9-reporting',
      clause: { vi: 'không rõ số điều', en: 'article number not known' },
      title: { vi: 'Hệ thống thông tin báo cáo', en: 'Reporting system' },
      requirement: {
        vi: 'Chế độ báo cáo của cơ quan chạy trên hệ thống thông tin báo cáo.',
        en: 'Report regimes of agencies run on the reporting system.',
      },
      scope: 'nation',
      automation: records.portalStatus,
    },
  ],
});
