import { atLeast } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import { levelAtLeast } from '../engine/parts/levels';
import postgresClusters from '../engine/targets/engines/postgres-clusters';
import { labels } from '../../model/naming';

/** Twin of `resilience/require-replicas`, which goes by the level of the system, and asks it of the platform too. */
export default defineRule({
  title: {
    vi: 'Từ cấp độ 3, cơ sở dữ liệu có ít nhất hai bản',
    en: 'from level 3 on databases have two instances at least',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12.2.2a-hot-standby', 'd331-30.5-4'],
  why: {
    vi: 'Chạy một bản thì mỗi lần vá hay hỏng máy chủ là một lần dừng dịch vụ.',
    en: 'With one instance every patch and every fault of a host is an outage.',
  },
  fix: { vi: 'Đặt instances từ 2 trở lên.', en: 'Set instances to 2 or more.' },
  mayBeVacuous: { vi: 'Quốc gia có thể chưa có cơ sở dữ liệu nào.', en: 'A nation may have no database.' },
  on: postgresClusters,
  scope: 'tenants',
  when: () => levelAtLeast(3),
  require: ({ spec }) => atLeast(spec.instances, 2),
  examples: {
    passes: {
      'three instances': { namespace: { [labels.level]: '3' } },
      'two instances at level 4': { namespace: { [labels.level]: '4' }, object: { spec: { instances: 2 } } },
      'three instances at level 5': { namespace: { [labels.level]: '5' } },
    },
    fails: {
      'one instance': { namespace: { [labels.level]: '3' }, object: { spec: { instances: 1 } } },
      'one instance at level 4': { namespace: { [labels.level]: '4' }, object: { spec: { instances: 1 } } },
      'one instance at level 5': { namespace: { [labels.level]: '5' }, object: { spec: { instances: 1 } } },
      'the default, which is one': { namespace: { [labels.level]: '3' }, object: { spec: { instances: null } } },
    },
    ignores: {
      'one instance at level 2': { namespace: { [labels.level]: '2' }, object: { spec: { instances: 1 } } },
      'one instance in a namespace without a level': { object: { spec: { instances: 1 } } },
    },
  },
});
