import { all, atLeast, atMost, orElse } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import cronJobs from '../engine/targets/workloads/cron-jobs';
import { noJobs } from './parts/no-jobs';

const MOST = 10;

/** Kubernetes takes 3 runs that went well and 1 that failed where nothing is written. */
export default defineRule({
  title: {
    vi: 'Mọi lịch giữ lại ít nhất một lần chạy hỏng, và không quá 10 lần chạy mỗi loại',
    en: 'every schedule keeps at least one run that failed, and 10 at most of each kind',
  },
  force: 'block',
  controls: ['d331-30.5-4'],
  why: {
    vi: 'Không giữ lần nào thì không ai biết vì sao hỏng; giữ quá nhiều thì Pod cũ làm đầy nút và etcd.',
    en: 'Without one nobody finds out why it failed; with too many, old pods fill nodes and etcd.',
  },
  fix: {
    vi: 'Đặt failedJobsHistoryLimit từ 1 đến 10, successfulJobsHistoryLimit không quá 10, hoặc bỏ cả hai.',
    en: 'Set failedJobsHistoryLimit from 1 to 10 and successfulJobsHistoryLimit to 10 at most, or leave both out.',
  },
  mayBeVacuous: noJobs,
  on: cronJobs,
  require: ({ failedJobsHistoryLimit, successfulJobsHistoryLimit }) =>
    all(
      atLeast(orElse(failedJobsHistoryLimit, 1), 1),
      atMost(orElse(failedJobsHistoryLimit, 1), MOST),
      atMost(orElse(successfulJobsHistoryLimit, 3), MOST),
    ),
  examples: {
    passes: {
      'a schedule that says nothing of it': {
        object: { failedJobsHistoryLimit: null, successfulJobsHistoryLimit: null },
      },
      'a schedule that keeps ten of each': {
        object: { failedJobsHistoryLimit: MOST, successfulJobsHistoryLimit: MOST },
      },
      'a schedule that keeps the failed one alone': {
        object: { failedJobsHistoryLimit: 1, successfulJobsHistoryLimit: 0 },
      },
    },
    fails: {
      'a schedule that keeps no failed run': { object: { failedJobsHistoryLimit: 0 } },
      'a schedule that keeps eleven failed runs': { object: { failedJobsHistoryLimit: MOST + 1 } },
      'a schedule that keeps eleven runs that went well': { object: { successfulJobsHistoryLimit: MOST + 1 } },
    },
  },
});
