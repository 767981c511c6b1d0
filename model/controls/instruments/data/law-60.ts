import { byProcedure } from '../../automation';
import { defineInstrument } from '../../define-instrument';

/** Law 60/2024/QH15 on Data: the data exchange. */
export default defineInstrument({
  id: 'law-60',
  officialName: { vi: 'Luật Dữ liệu', en: 'Law on Data' },
  number: '60/2024/QH15',
  status: 'in-force',
  style: 'article',
  effectiveFrom: '2025-07-01',
  sourceKey: 'MHM',
  mark: 'secondary',
  controls: [
    {
      id: 'law-60-exchange',
      clause: { vi: 'không rõ số điều', en: 'article number not known' },
      title: { vi: 'Sàn dữ liệu', en: 'Data exchange' },
      requirement: {
        vi: 'Sàn dữ liệu do đơn vị sự nghiệp công lập, doanh nghiệp nhà nước đủ điều kiện vận hành; cấm giao dịch dữ liệu gây hại an ninh hoặc không có đồng ý.',
        en: 'Public units and state enterprises that meet conditions run the data exchange; data that harms security or lacks consent may not be traded.',
      },
      scope: 'nation',
      sourceKeys: ['MHM', 'D169'],
      automation: byProcedure({
        vi: 'Điều kiện của bên vận hành và sự đồng ý do con người xác nhận.',
        en: 'People confirm the standing of the operator and the consent.',
      }),
    },
  ],
});
