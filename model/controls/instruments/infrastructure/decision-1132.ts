import { byEvidence, byRule, stateGoal } from '../../automation';
import { crosswalks } from '../../crosswalk';
import { defineInstrument } from '../../define-instrument';
import { datedOnly } from '../../effective-date';

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
  effectiveFrom: datedOnly('2024-10-09'),
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
      crosswalk: crosswalks.powerUse,
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
      crosswalk: crosswalks.greenMeasures,
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
    {
      id: 'qd1132-2025',
      clause: { vi: 'mục tiêu đến 2025', en: 'targets for 2025' },
      title: { vi: 'Trung tâm dữ liệu cho AI, cáp biển mới', en: 'Data centers for AI, new sea cables' },
      requirement: {
        vi: 'Đến năm 2025 có trung tâm dữ liệu đáp ứng trí tuệ nhân tạo và ít nhất hai tuyến cáp biển mới.',
        en: 'By 2025 AI-capable data centers and at least two new sea cables exist.',
      },
      scope: 'nation',
      parameters: { seaCablesMin: 2 },
      dueOn: '2025-12-31',
      automation: stateGoal,
    },
    {
      id: 'qd1132-2030',
      clause: { vi: 'mục tiêu đến 2030', en: 'targets for 2030' },
      title: { vi: 'Cáp biển, cáp quang, 5G', en: 'Sea cables, fiber, 5G' },
      requirement: {
        vi: 'Đến năm 2030 có ít nhất sáu tuyến cáp biển mới, cáp quang từ 1 Gb/s và 5G đạt 99%.',
        en: 'By 2030 at least six new sea cables exist, fiber gives at least 1 Gb/s, and 5G reaches 99%.',
      },
      scope: 'nation',
      parameters: { seaCablesMin: 6, fiberGbpsMin: 1, mobileCoveragePercentMin: 99 },
      dueOn: '2030-12-31',
      automation: stateGoal,
    },
  ],
});
