import { records } from '../../automation';
import { defineInstrument } from '../../define-instrument';

/** Decision 768/QĐ-TTg and Decree 57/2025: energy. */
export default defineInstrument({
  id: 'qd768',
  officialName: {
    vi: 'Quyết định điều chỉnh Quy hoạch điện VIII',
    en: 'Decision revising Power Development Plan VIII',
  },
  number: '768/QĐ-TTg',
  status: 'in-force',
  style: 'article',
  sourceKey: 'PDP8',
  mark: 'secondary',
  controls: [
    {
      id: 'qd768-energy',
      clause: { vi: 'không có hạn mức riêng cho trung tâm dữ liệu', en: 'no quota specific to data centers' },
      title: { vi: 'Nguồn điện khai báo', en: 'Declared power source' },
      requirement: {
        vi: 'Trung tâm dữ liệu gắn với quy hoạch năng lượng: khai báo nguồn điện, mua bán điện trực tiếp (Nghị định 57/2025) và tỷ lệ tái tạo.',
        en: 'Data centers follow energy planning: source, direct purchase (Decree 57/2025) and renewable share are declared.',
      },
      scope: 'site',
      mark: 'uncertain',
      automation: records.energySource,
    },
  ],
});
