import { atMost, every, isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import jobs from '../engine/targets/workloads/jobs';
import { noJobs } from './parts/no-jobs';

const WEEK = 604_800;

const madeBy = (kind: string) => ({
  metadata: {
    ownerReferences: [{ apiVersion: 'batch/v1', kind, name: 'nightly', uid: '00000000-0000-4000-8000-000000000000' }],
  },
  spec: { ttlSecondsAfterFinished: null },
});

/** A CronJob clears its own jobs away, by the number that it keeps. */
export default defineRule({
  title: {
    vi: 'Công việc xong được dọn đi trong vòng một tuần',
    en: 'a job that is done is cleared away within a week',
  },
  force: 'block',
  controls: ['d331-30.5-4'],
  why: {
    vi: 'Công việc xong mà không dọn để lại Pod, nhật ký trên nút và tham chiếu tới bí mật, và làm đầy etcd của cả cụm.',
    en: 'What nobody clears leaves pods, logs on nodes and references to secrets, and fills the etcd of the whole cluster.',
  },
  fix: {
    vi: 'Ghi ttlSecondsAfterFinished không quá 604800.',
    en: 'Write ttlSecondsAfterFinished, 604800 at most.',
  },
  mayBeVacuous: noJobs,
  on: jobs,
  when: ({ metadata }) => every(metadata.ownerReferences, ({ kind }) => isNot(kind, 'CronJob')),
  require: ({ spec }) => atMost(spec.ttlSecondsAfterFinished, WEEK),
  examples: {
    passes: { 'a day': {}, 'a week': { object: { spec: { ttlSecondsAfterFinished: WEEK } } } },
    fails: {
      'a second more than a week': { object: { spec: { ttlSecondsAfterFinished: WEEK + 1 } } },
      'nothing said of it': { object: { spec: { ttlSecondsAfterFinished: null } } },
      'nothing said of it by another kind of maker': { object: madeBy('Workflow') },
      'nothing said of it by a maker of no kind': {
        object: { metadata: { ownerReferences: [{ name: 'nightly' }] }, spec: { ttlSecondsAfterFinished: null } },
      },
    },
    ignores: {
      'a job of a CronJob': { object: madeBy('CronJob') },
      'a job of a CronJob that another thing owns as well': {
        object: {
          metadata: {
            ownerReferences: [
              ...madeBy('Workflow').metadata.ownerReferences,
              { apiVersion: 'batch/v1', kind: 'CronJob', name: 'hourly', uid: '00000000-0000-4000-8000-000000000001' },
            ],
          },
        },
      },
    },
  },
});
