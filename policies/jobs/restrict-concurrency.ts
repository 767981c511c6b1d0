import { oneOf } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import cronJobs from '../engine/targets/workloads/cron-jobs';
import { noJobs } from './parts/no-jobs';

/** Kubernetes takes Allow for a policy that isn’t written. */
export default defineRule({
  title: {
    vi: 'Mỗi lịch chỉ có một lần chạy tại một thời điểm',
    en: 'of each schedule one run takes place at a time',
  },
  force: 'block',
  controls: ['d331-30.5-4'],
  why: {
    vi: 'Lần chạy chậm chồng lên nhau: cùng ghi một dữ liệu và chiếm dần tài nguyên của cụm.',
    en: 'Slow runs pile up: they write the same data at once and take over the cluster bit by bit.',
  },
  fix: {
    vi: 'Đặt concurrencyPolicy là Forbid hoặc Replace.',
    en: 'Set concurrencyPolicy to Forbid or Replace.',
  },
  mayBeVacuous: noJobs,
  on: cronJobs,
  require: ({ concurrencyPolicy }) => oneOf(concurrencyPolicy, ['Forbid', 'Replace']),
  examples: {
    passes: {
      'a schedule that skips a run': {},
      'a schedule that ends a run for the next': { object: { concurrencyPolicy: 'Replace' } },
    },
    fails: {
      'a schedule that allows several': { object: { concurrencyPolicy: 'Allow' } },
      'a schedule that says nothing of it': { object: { concurrencyPolicy: null } },
    },
  },
});
