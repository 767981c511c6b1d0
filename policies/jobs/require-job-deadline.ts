import { atMost } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import jobSpecs from '../engine/targets/workloads/job-specs';
import { noJobs } from './parts/no-jobs';

const DAY = 86_400;

/** A deadline ends all pods of a job, retries included. */
export default defineRule({
  title: { vi: 'Mọi công việc dừng trong vòng một ngày', en: 'every job ends within a day' },
  force: 'block',
  controls: ['d331-30.5-4'],
  why: {
    vi: 'Công việc treo giữ CPU, bộ nhớ, hạn mức và quyền truy cập mãi mãi, và lần chạy sau chồng lên nó.',
    en: 'A job that hangs keeps CPU, memory, quota and access for good, and the next run comes on top of it.',
  },
  fix: {
    vi: 'Ghi activeDeadlineSeconds không quá 86400; việc dài hơn thì chia thành nhiều lần chạy.',
    en: 'Write activeDeadlineSeconds, 86400 at most; divide longer work into several runs.',
  },
  mayBeVacuous: noJobs,
  on: jobSpecs,
  require: ({ activeDeadlineSeconds }) => atMost(activeDeadlineSeconds, DAY),
  examples: {
    passes: { 'an hour': {}, 'a day': { object: { activeDeadlineSeconds: DAY } } },
    fails: {
      'a second more than a day': { object: { activeDeadlineSeconds: DAY + 1 } },
      'no deadline': { object: { activeDeadlineSeconds: null } },
    },
  },
});
