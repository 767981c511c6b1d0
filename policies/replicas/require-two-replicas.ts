import { labels } from '../../model/naming';
import { atLeast } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import { levelAtLeast } from '../engine/parts/levels';
import replicatedWorkloads from '../engine/targets/workloads/replicated-workloads';
import { noWorkloadsOfLevel } from './parts/no-levels';

const level = (value: string) => ({ [labels.level]: value });

/** Kubernetes takes 1 for a number that isn’t written. */
export default defineRule({
  title: {
    vi: 'Từ cấp độ 3, mọi dịch vụ chạy ít nhất hai bản',
    en: 'from level 3, every service runs twice at least',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12.2.2a-hot-standby', 'd331-30.5-4'],
  why: {
    vi: 'Chạy một bản thì mỗi lần nâng cấp máy chủ hoặc hỏng một nút là một lần dừng dịch vụ.',
    en: 'With one replica every upgrade of a host and every broken node is an outage.',
  },
  fix: { vi: 'Đặt replicas từ 2 trở lên.', en: 'Set replicas to 2 or more.' },
  mayBeVacuous: noWorkloadsOfLevel,
  on: replicatedWorkloads,
  when: () => levelAtLeast(3),
  require: ({ replicas }) => atLeast(replicas, 2),
  examples: {
    passes: {
      'two replicas at level 3': { namespace: level('3') },
      'three replicas at level 4': { namespace: level('4'), object: { replicas: 3 } },
    },
    fails: {
      'one replica at level 3': { namespace: level('3'), object: { replicas: 1 } },
      'no replica at level 4': { namespace: level('4'), object: { replicas: 0 } },
      'nothing said of it at level 5': { namespace: level('5'), object: { replicas: null } },
    },
    ignores: {
      'one replica at level 2': { namespace: level('2'), object: { replicas: 1 } },
      'one replica in a system of no level': { object: { replicas: 1 } },
    },
  },
});
