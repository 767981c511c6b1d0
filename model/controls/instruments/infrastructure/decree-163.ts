import { byEvidence, byRule, records } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';

/** Decree 163/2024: data center and cloud services. */
export default defineInstrument({
  id: 'd163',
  officialName: {
    vi: 'Nghị định quy định chi tiết Luật Viễn thông',
    en: 'Decree detailing the Law on Telecommunications',
  },
  number: '163/2024/NĐ-CP',
  status: 'in-force',
  style: 'article',
  effectiveFrom: {
    unknown: {
      vi: 'nguồn chỉ nêu ngày có hiệu lực của các quy định về trung tâm dữ liệu, đám mây: 01/01/2025',
      en: 'the sources give the day of effect of its rules on data centers and cloud only: 2025-01-01',
    },
  },
  sourceKey: 'D163',
  mark: 'read',
  controls: [
    {
      id: 'd163-30.1',
      clause: '30.1',
      title: { vi: 'Dữ liệu cơ quan nhà nước ở Việt Nam', en: 'State data only in Vietnam' },
      requirement: {
        vi: 'Dữ liệu của cơ quan nhà nước trên dịch vụ trung tâm dữ liệu, đám mây chỉ được lưu tại Việt Nam.',
        en: 'Data of state agencies on data center and cloud services is stored only in Vietnam.',
      },
      scope: 'platform',
      effectiveFrom: '2025-01-01',
      crosswalk: crosswalks.supplier,
      automation: byRule,
    },
    {
      id: 'd163-30.2',
      clause: '30.2; 30.3',
      title: { vi: 'Nghĩa vụ của bên cung cấp cho nhà nước', en: 'Duties of the provider to agencies' },
      requirement: {
        vi: 'Bên cung cấp tuân thủ đầy đủ pháp luật an ninh mạng khi bắt đầu cung cấp, và đưa cho khách hàng thiết kế hạ tầng cùng biện pháp an ninh.',
        en: 'The provider fully complies with security law at go-live and gives the tenant its design and security measures.',
      },
      scope: 'platform',
      effectiveFrom: '2025-01-01',
      crosswalk: crosswalks.supplier,
      automation: byEvidence({ vi: 'bộ hồ sơ giao cho khách hàng', en: 'the pack handed to the tenant' }),
    },
    {
      id: 'd163-28',
      clause: '28',
      title: { vi: 'Hồ sơ khách hàng', en: 'Customer records' },
      requirement: {
        vi: 'Bên cung cấp lưu thông tin nhận dạng tối thiểu của từng khách hàng, trong thời hạn theo pháp luật an ninh mạng.',
        en: 'The provider keeps the minimum identity data of each customer, for as long as cyber law says.',
      },
      scope: 'tenant',
      effectiveFrom: '2025-01-01',
      automation: records.customerRegister,
    },
  ],
});
