import { all, isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import podDisruptionBudgets from '../engine/targets/capacity/pod-disruption-budgets';

export default defineRule({
  title: {
    vi: 'Mọi ngân sách gián đoạn còn chỗ để bảo trì nút',
    en: 'every disruption budget leaves room to drain a node',
  },
  force: 'block',
  controls: ['d331-30.5-4', 'tcvn-14423-5.7.2.2'],
  why: {
    vi: 'Ngân sách không cho gián đoạn pod nào thì không rút được nút: bản vá bảo mật của nút không bao giờ được cài.',
    en: 'A budget that lets no pod go keeps nodes from being drained: security patches of the node never get in.',
  },
  fix: {
    vi: 'Đặt maxUnavailable từ 1 trở lên, hoặc minAvailable nhỏ hơn số bản.',
    en: 'Set maxUnavailable to 1 or more, or minAvailable below the number of replicas.',
  },
  on: podDisruptionBudgets,
  require: ({ spec }) =>
    all(isNot(spec.maxUnavailable, 0), isNot(spec.maxUnavailable, '0%'), isNot(spec.minAvailable, '100%')),
  examples: {
    passes: {
      'one pod at a time': {},
      'one pod that stays': { object: { spec: { maxUnavailable: null, minAvailable: 1 } } },
      'half of the pods': { object: { spec: { maxUnavailable: null, minAvailable: '50%' } } },
      'a tenth of the pods at a time': { object: { spec: { maxUnavailable: '10%' } } },
    },
    fails: {
      'no pod': { object: { spec: { maxUnavailable: 0 } } },
      'no part of the pods': { object: { spec: { maxUnavailable: '0%' } } },
      'all pods that stay': { object: { spec: { maxUnavailable: null, minAvailable: '100%' } } },
    },
  },
});
