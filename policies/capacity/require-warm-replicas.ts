import { atLeast } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import { levelAtLeast } from '../engine/parts/levels';
import autoscalers from '../engine/targets/capacity/autoscalers';
import { labels } from '../../model/naming';

export default defineRule({
  title: {
    vi: 'Từ cấp độ 3, tự động co giãn luôn giữ ít nhất hai bản',
    en: 'from level 3 on autoscaling keeps two replicas at least',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12.2.2a-hot-standby', 'd331-30.5-4'],
  why: {
    vi: 'Co về một bản lúc vắng khách thì một nút hỏng là dừng dịch vụ.',
    en: 'Scaled down to one replica at a quiet hour, the service stops with one node.',
  },
  fix: { vi: 'Đặt minReplicas từ 2 trở lên.', en: 'Set minReplicas to 2 or more.' },
  mayBeVacuous: { vi: 'Hệ thống có thể chạy số bản cố định.', en: 'Systems may run a fixed number of replicas.' },
  on: autoscalers,
  scope: 'tenants',
  when: () => levelAtLeast(3),
  require: ({ spec }) => atLeast(spec.minReplicas, 2),
  examples: {
    passes: {
      'two replicas': { namespace: { [labels.level]: '3' } },
      'three replicas at level 4': { namespace: { [labels.level]: '4' }, object: { spec: { minReplicas: 3 } } },
      'two replicas at level 5': { namespace: { [labels.level]: '5' } },
    },
    fails: {
      'one replica': { namespace: { [labels.level]: '3' }, object: { spec: { minReplicas: 1 } } },
      'one replica at level 4': { namespace: { [labels.level]: '4' }, object: { spec: { minReplicas: 1 } } },
      'one replica at level 5': { namespace: { [labels.level]: '5' }, object: { spec: { minReplicas: 1 } } },
      'the default, which is one': { namespace: { [labels.level]: '3' }, object: { spec: { minReplicas: null } } },
    },
    ignores: {
      'one replica in a namespace without a level': { object: { spec: { minReplicas: 1 } } },
      'one replica at level 2': { namespace: { [labels.level]: '2' }, object: { spec: { minReplicas: 1 } } },
    },
  },
});
