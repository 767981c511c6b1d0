import { labels } from '../../model/naming';
import { isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import { levelAtLeast } from '../engine/parts/levels';
import deployments from '../engine/targets/workloads/deployments';
import { noWorkloadsOfLevel } from './parts/no-levels';

const level = (value: string) => ({ [labels.level]: value });
const recreate = { strategy: { type: 'Recreate' } } as const;

/** Kubernetes replaces pods a few at a time where nothing is written. */
export default defineRule({
  title: {
    vi: 'Từ cấp độ 3, dịch vụ vẫn chạy trong khi được nâng cấp',
    en: 'from level 3, a service keeps running while it is upgraded',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12.2.2a-hot-standby', 'd331-30.5-4'],
  why: {
    vi: 'Recreate dừng mọi bản cũ trước khi có bản mới: mỗi lần nâng cấp là một lần dừng, và bản mới hỏng thì không còn bản nào.',
    en: 'Recreate ends every old pod before there is a new one: each upgrade is an outage, and a broken one leaves nothing.',
  },
  fix: {
    vi: 'Đặt strategy.type là RollingUpdate, hoặc bỏ trường này; chương trình chỉ chạy được một bản thì dùng StatefulSet.',
    en: 'Set strategy.type to RollingUpdate, or leave it out; use a StatefulSet for what must not run beside its own next version.',
  },
  mayBeVacuous: noWorkloadsOfLevel,
  on: deployments,
  when: () => levelAtLeast(3),
  require: ({ strategy }) => isNot(strategy.type, 'Recreate'),
  examples: {
    passes: {
      'a few pods at a time at level 3': { namespace: level('3') },
      'nothing said of it at level 4': { namespace: level('4'), object: { strategy: null } },
    },
    fails: {
      'all pods at once at level 3': { namespace: level('3'), object: recreate },
      'all pods at once at level 4': { namespace: level('4'), object: recreate },
      'all pods at once at level 5': { namespace: level('5'), object: recreate },
    },
    ignores: {
      'all pods at once at level 2': { namespace: level('2'), object: recreate },
      'all pods at once in a system of no level': { object: recreate },
    },
  },
});
