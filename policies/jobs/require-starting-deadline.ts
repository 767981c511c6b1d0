import { atLeast } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import cronJobs from '../engine/targets/workloads/cron-jobs';
import { noJobs } from './parts/no-jobs';

/** The controller looks at schedules every 10 seconds, and gives one up for good that missed over 100 runs within its deadline. */
export default defineRule({
  title: {
    vi: 'Mọi lịch nêu được phép khởi động muộn bao lâu',
    en: 'every schedule states how late a run may begin',
  },
  force: 'block',
  controls: ['d331-30.5-4'],
  why: {
    vi: 'Không nêu thì sau một lần cụm ngừng lâu, lịch bị bỏ hẳn mà không ai hay; sao lưu và đối soát dừng theo.',
    en: 'Otherwise a schedule is dropped for good after a long outage, and backups and checks stop with it unseen.',
  },
  fix: {
    vi: 'Ghi startingDeadlineSeconds từ 10 trở lên.',
    en: 'Write startingDeadlineSeconds, 10 or more.',
  },
  mayBeVacuous: noJobs,
  on: cronJobs,
  require: ({ startingDeadlineSeconds }) => atLeast(startingDeadlineSeconds, 10),
  examples: {
    passes: { 'ten minutes': {}, 'the shortest that works': { object: { startingDeadlineSeconds: 10 } } },
    fails: {
      'a deadline that passes between two looks': { object: { startingDeadlineSeconds: 9 } },
      'no deadline': { object: { startingDeadlineSeconds: null } },
    },
  },
});
