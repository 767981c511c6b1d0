import { defineTarget } from '../../language/target';
import { cronJobKind, healthyJob, jobKind } from '../../parts/pod-templates';
import type { JobSpec } from '../../shapes/kubernetes';

/** What jobs say of themselves, and what is said of the jobs that a CronJob makes. */
export default defineTarget<JobSpec>({
  name: 'job-specs',
  namespaced: true,
  copied: true,
  shapes: [
    { name: 'job', kinds: [jobKind], root: ['spec'] },
    { name: 'schedule', kinds: [cronJobKind], root: ['spec', 'jobTemplate', 'spec'] },
  ],
  healthy: healthyJob,
});
