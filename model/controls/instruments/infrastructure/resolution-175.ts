import { byEvidence, stateGoal } from '../../automation';
import { defineInstrument } from '../../define-instrument';
import { datedOnly } from '../../effective-date';

/** Resolution 175/NQ-CP: the National Data Center; only its opening was read, the rest is press. */
export default defineInstrument({
  id: 'nq175',
  officialName: {
    vi: 'Nghị quyết phê duyệt Đề án Trung tâm dữ liệu quốc gia',
    en: 'Resolution approving the National Data Center project',
  },
  number: '175/NQ-CP',
  status: 'in-force',
  style: 'article',
  effectiveFrom: datedOnly('2023-10-30'),
  sourceKey: '175',
  mark: 'secondary',
  controls: [
    {
      id: 'nq175-roadmap',
      clause: { vi: 'lộ trình', en: 'roadmap' },
      title: { vi: 'Lộ trình Trung tâm dữ liệu quốc gia', en: 'Roadmap of the National Data Center' },
      requirement: {
        vi: 'Trung tâm số 1 tại Hòa Lạc đến năm 2025, khai trương ngày 18-19/8/2025; thêm hai trung tâm ở nơi chưa định.',
        en: 'Center No. 1 at Hòa Lạc by 2025, opened on 18-19 August 2025; two more at places not yet set.',
      },
      scope: 'nation',
      parameters: { nationalDataCentersMin: 3 },
      mark: 'uncertain',
      sourceKeys: ['175', 'NDC1', '2224'],
      automation: stateGoal,
    },
    {
      id: 'nq175-exchange',
      clause: { vi: 'mục tiêu đến 2030', en: 'target for 2030' },
      title: { vi: 'Trao đổi dữ liệu từ kho của trung tâm', en: 'Exchange from the warehouses of the center' },
      requirement: {
        vi: 'Đến năm 2030, trên 90% trao đổi dữ liệu giữa các cơ quan được phục vụ từ kho dữ liệu của Trung tâm dữ liệu quốc gia.',
        en: 'By 2030 more than 90% of the exchange between agencies is served from the warehouses of the National Data Center.',
      },
      scope: 'nation',
      mark: 'uncertain',
      parameters: { exchangeFromWarehousesPercentMin: 90 },
      dueOn: '2030-12-31',
      automation: stateGoal,
    },
    {
      id: 'nq175-capacity',
      clause: { vi: 'quy mô', en: 'size' },
      title: { vi: 'Quy mô dự kiến của phòng máy', en: 'Planned size of the data halls' },
      requirement: {
        vi: 'Dự kiến hai phòng máy 1.000 và 300 tủ, khoảng 150.000 m²; số liệu từ báo chí, diện tích thực tế khác với dự kiến.',
        en: 'Two data halls of 1,000 and 300 racks and about 150,000 m² are planned; the figures are from the press, and the area built differs.',
      },
      scope: 'nation',
      mark: 'uncertain',
      parameters: { plannedRacksLargeHall: 1_000, plannedRacksSmallHall: 300, plannedFloorSquareMeters: 150_000 },
      automation: byEvidence({
        vi: 'hồ sơ thiết kế, nghiệm thu trung tâm',
        en: 'the design and acceptance of the center',
      }),
    },
  ],
});
