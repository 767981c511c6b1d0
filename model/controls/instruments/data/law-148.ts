import { records } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';

/** Law 148/2025/QH15 on Digital Transformation. */
export default defineInstrument({
  id: 'law-148',
  officialName: { vi: 'Luật Chuyển đổi số', en: 'Law on Digital Transformation' },
  number: '148/2025/QH15',
  status: 'in-force',
  style: 'article',
  effectiveFrom: '2026-07-01',
  sourceKey: 'DTL',
  mark: 'secondary',
  controls: [
    {
      id: 'law-148-realtime-quality',
      clause: { vi: 'không rõ số điều', en: 'article number not known' },
      title: { vi: 'Đo chất lượng dịch vụ công theo thời gian thực', en: 'Quality of public services in real time' },
      requirement: {
        vi: 'Chất lượng dịch vụ công trực tuyến (tốc độ, ổn định, năng lực, tự động hóa, trải nghiệm, an ninh) được đo và giám sát theo thời gian thực.',
        en: 'Quality of online public services (speed, stability, capacity, automation, experience, security) is measured in real time.',
      },
      sourceKeys: ['DTL', 'VTN'],
      crosswalk: crosswalks.monitoring,
      automation: records.serviceQuality,
    },
  ],
});
