import { stateGoal } from '../../automation';
import { defineInstrument } from '../../define-instrument';
import { dateNotStated } from '../../effective-date';

/** Decision 36/QĐ-TTg of 2024: information and communications infrastructure. */
export default defineInstrument({
  id: 'qd36',
  officialName: {
    vi: 'Quyết định phê duyệt quy hoạch hạ tầng thông tin và truyền thông',
    en: 'Decision approving the information and communications plan',
  },
  number: '36/QĐ-TTg',
  status: 'in-force',
  style: 'article',
  effectiveFrom: dateNotStated,
  sourceKey: '36',
  mark: 'secondary',
  controls: [
    {
      id: 'qd36-multi-purpose',
      clause: { vi: 'quy hoạch trung tâm dữ liệu', en: 'plan of data centers' },
      title: { vi: 'Trung tâm dữ liệu đa mục tiêu quốc gia', en: 'National multi-purpose data centers' },
      requirement: {
        vi: 'Có ít nhất ba trung tâm dữ liệu đa mục tiêu quốc gia và các trung tâm vùng; khác với cụm trung tâm dữ liệu quốc gia.',
        en: 'At least three national multi-purpose data centers and regional ones exist; they are not the national clusters.',
      },
      scope: 'nation',
      parameters: { multiPurposeDataCentersMin: 3 },
      automation: stateGoal,
    },
  ],
});
