import { absent, all, any, atMost, orElse } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import jobSpecs from '../engine/targets/workloads/job-specs';
import { noJobs } from './parts/no-jobs';

const MOST = 10;

/** A job of several parts that counts retries part by part. */
const parts = (backoffLimitPerIndex: number) =>
  ({ completionMode: 'Indexed', completions: 3, backoffLimit: null, backoffLimitPerIndex }) as const;

/** Kubernetes takes 6 for a limit that isn’t written, and no limit at all where each part has its own. */
export default defineRule({
  title: {
    vi: 'Công việc thất bại được chạy lại không quá 10 lần',
    en: 'a job that fails is tried again 10 times at most',
  },
  force: 'block',
  controls: ['d331-30.5-4'],
  why: {
    vi: 'Công việc hỏng mà chạy lại mãi chiếm chỗ trên nút và dồn yêu cầu hỏng sang cơ sở dữ liệu, dịch vụ khác.',
    en: 'A broken job that is tried for ever takes up nodes and sends its broken requests to databases and services.',
  },
  fix: {
    vi: 'Đặt backoffLimit, hoặc backoffLimitPerIndex của công việc nhiều phần, không quá 10.',
    en: 'Set backoffLimit to 10 at most, or backoffLimitPerIndex where the job has parts.',
  },
  mayBeVacuous: noJobs,
  on: jobSpecs,
  require: ({ backoffLimit, backoffLimitPerIndex }) =>
    any(atMost(backoffLimitPerIndex, MOST), all(absent(backoffLimitPerIndex), atMost(orElse(backoffLimit, 6), MOST))),
  examples: {
    passes: {
      'a job that says nothing of it': { object: { backoffLimit: null } },
      'a job that is tried again 10 times': { object: { backoffLimit: MOST } },
      'a job of which each part is tried again 10 times': { object: parts(MOST) },
      'a job with a limit for each part, and none for all': {
        object: { ...parts(3), backoffLimit: 1_000 },
      },
    },
    fails: {
      'a job that is tried again 11 times': { object: { backoffLimit: MOST + 1 } },
      'a job of which each part is tried again 11 times': { object: parts(MOST + 1) },
      'a job of which each part is tried again 11 times, and none more often': {
        object: { ...parts(MOST + 1), backoffLimit: MOST },
      },
    },
  },
});
