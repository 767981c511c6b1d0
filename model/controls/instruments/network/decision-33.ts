import { byRule, records } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';
import { datedOnly } from '../../effective-date';

/** Decision 33/2025/QĐ-TTg: the dedicated data network of party and state (TSLCD). */
export default defineInstrument({
  id: 'qd33',
  officialName: { vi: 'Quyết định về mạng truyền số liệu chuyên dùng', en: 'Decision on the dedicated data network' },
  number: '33/2025/QĐ-TTg',
  status: 'in-force',
  style: 'article',
  effectiveFrom: datedOnly('2025-09-15'),
  sourceKey: 'D33',
  mark: 'secondary',
  controls: [
    {
      id: 'qd33-backbone',
      clause: { vi: 'không rõ số điều', en: 'article number not known' },
      title: { vi: 'Mạng trục ba vùng', en: 'Backbone of three regions' },
      requirement: {
        vi: 'Mạng trục có ba trung tâm vùng, ba trung tâm dự phòng và ba mạng đô thị (Hà Nội, Đà Nẵng, TP. Hồ Chí Minh).',
        en: 'The backbone has three regional centers, three backup centers and three metro networks (Hà Nội, Đà Nẵng, TP. Hồ Chí Minh).',
      },
      scope: 'nation',
      parameters: { regionalCentersMin: 3, backupCentersMin: 3, metroNetworksMin: 3 },
      crosswalk: crosswalks.standbySite,
      automation: byRule,
    },
    {
      id: 'qd33-access',
      clause: { vi: 'không rõ số điều', en: 'article number not known' },
      title: { vi: 'Mạng truy nhập cấp I, cấp II', en: 'Access networks of levels I and II' },
      requirement: {
        vi: 'Mạng truy nhập cấp I nối trung ương với tỉnh, cấp II nối tỉnh với xã; có trung tâm và cổng ở tỉnh.',
        en: 'Access network level I joins center and provinces, level II provinces and communes; provinces have centers and gateways.',
      },
      scope: 'nation',
      automation: byRule,
    },
    {
      id: 'qd33-operations',
      clause: { vi: 'không rõ số điều', en: 'article number not known' },
      title: { vi: 'Trung tâm điều hành', en: 'Operations center' },
      requirement: {
        vi: 'Có một trung tâm điều hành tại Hà Nội và ba trung tâm vận hành mạng.',
        en: 'One operations center (Hà Nội) and three network operation centers exist.',
      },
      scope: 'nation',
      parameters: { operationsCentersMin: 1, networkOperationCentersMin: 3 },
      automation: records.operationsCenter,
    },
    {
      id: 'qd33-level',
      clause: {
        vi: 'suy ra từ khoản 2 Điều 14 Nghị định 331/2026/NĐ-CP',
        en: 'inferred from Art. 14.2 of Decree 331/2026/NĐ-CP',
      },
      title: { vi: 'Mạng chuyên dùng từ cấp độ 4', en: 'Dedicated network at level 4 or above' },
      requirement: {
        vi: 'Hạ tầng toàn quốc hoạt động 24/7 nên ở cấp độ 4 trở lên.',
        en: 'Nationwide infrastructure around the clock is at level 4 at least.',
      },
      levels: [4, 5],
      mark: 'inference',
      sourceKeys: ['D331', 'D33'],
      automation: byRule,
    },
  ],
});
