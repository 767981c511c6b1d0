import { records } from '../../automation';
import { crosswalks, joinCrosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';
import { datedOnly } from '../../effective-date';

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
  effectiveFrom: datedOnly('2025-04-15'),
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
      crosswalk: joinCrosswalks(crosswalks.power, crosswalks.renewableEnergy),
      automation: records.energySource,
    },
    {
      id: 'qd768-large-user',
      clause: { vi: 'ngưỡng của Nghị định 80/2024 trước đây', en: 'threshold of the former Decree 80/2024' },
      title: { vi: 'Khách hàng sử dụng điện lớn', en: 'Large users of power' },
      requirement: {
        vi: 'Khách hàng sử dụng điện lớn từ 200.000 kWh mỗi tháng theo Nghị định 80/2024 trước đây; ngưỡng hiện hành phải kiểm tra lại.',
        en: 'A large user takes at least 200,000 kWh a month under the former Decree 80/2024; the threshold in force is to be checked.',
      },
      scope: 'site',
      mark: 'uncertain',
      parameters: { largeUserKwhPerMonthMin: 200_000 },
      automation: records.energySource,
    },
  ],
});
