import { byEvidence, byRule } from '../../automation';
import { defineInstrument } from '../../define-instrument';

/** Decision 1132/QĐ-TTg: the digital infrastructure strategy. */
export default defineInstrument({
  id: 'qd1132',
  officialName: {
    vi: 'Quyết định phê duyệt chiến lược hạ tầng số',
    en: 'Decision approving the digital infrastructure strategy',
  },
  number: '1132/QĐ-TTg',
  status: 'in-force',
  style: 'article',
  sourceKey: '1132',
  mark: 'secondary',
  controls: [
    {
      id: 'qd1132-pue',
      clause: { vi: 'mục tiêu trung tâm dữ liệu', en: 'target on data centers' },
      title: { vi: 'PUE không quá 1,4', en: 'PUE of at most 1.4' },
      requirement: {
        vi: 'Trung tâm dữ liệu mới có PUE không quá 1,4.',
        en: 'New data centers have a PUE of at most 1.4.',
      },
      scope: 'site',
      parameters: { designPueMax: 1.4 },
      automation: byRule,
    },
    {
      id: 'qd1132-green',
      clause: { vi: 'mục tiêu trung tâm dữ liệu', en: 'target on data centers' },
      title: { vi: 'Chuẩn xanh ngoài PUE', en: 'Green standard beyond PUE' },
      requirement: {
        vi: '"Chuẩn xanh" chưa được định nghĩa ngoài PUE; các chỉ số WUE, CUE, REF là tham số.',
        en: '"Green" is not defined beyond PUE; WUE, CUE and REF stay parameters.',
      },
      scope: 'site',
      mark: 'uncertain',
      automation: byEvidence({ vi: 'số đo năng lượng và nước', en: 'the measured energy and water' }),
    },
    {
      id: 'qd1132-ipv6',
      clause: { vi: 'mức chiến lược, không rõ số điều', en: 'strategy level, no article number' },
      title: { vi: 'Hỗ trợ IPv6', en: 'IPv6 support' },
      requirement: {
        vi: 'Hạ tầng hỗ trợ IPv6; không tìm thấy điều khoản bắt buộc.',
        en: 'Infrastructure supports IPv6; no binding clause was found.',
      },
      scope: 'platform',
      mark: 'uncertain',
      automation: byRule,
    },
  ],
});
