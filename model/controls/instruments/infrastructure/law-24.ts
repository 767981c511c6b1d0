import { byEvidence } from '../../automation';
import { defineInstrument } from '../../define-instrument';
import { dateNotStated } from '../../effective-date';

/** Law on Telecommunications: data centers and cloud as telecom services. */
export default defineInstrument({
  id: 'law-24',
  officialName: { vi: 'Luật Viễn thông', en: 'Law on Telecommunications' },
  number: '24/2023/QH15',
  status: 'in-force',
  style: 'article',
  effectiveFrom: dateNotStated,
  sourceKey: 'TEL',
  mark: 'secondary',
  controls: [
    {
      id: 'law-24-3',
      clause: '3; 29',
      title: { vi: 'Đăng ký, thông báo cung cấp dịch vụ', en: 'Registration of the service' },
      requirement: {
        vi: 'Dịch vụ trung tâm dữ liệu và đám mây đăng ký hoặc thông báo với cơ quan quản lý.',
        en: 'Data center and cloud services are registered or notified.',
      },
      scope: 'platform',
      automation: byEvidence({ vi: 'giấy xác nhận đăng ký', en: 'the confirmation of registration' }),
    },
  ],
});
