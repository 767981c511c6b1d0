import { defineTarget } from '../../language/target';
import { cronJobKind, healthyJob } from '../../parts/pod-templates';
import type { CronJobSpec } from '../../shapes/kubernetes';

/** What makes jobs by the clock. */
export default defineTarget<CronJobSpec>({
  name: 'cron-jobs',
  namespaced: true,
  copied: true,
  shapes: [{ name: 'schedule', kinds: [cronJobKind], root: ['spec'] }],
  healthy: {
    schedule: '0 3 * * *',
    timeZone: 'Asia/Ho_Chi_Minh',
    concurrencyPolicy: 'Forbid',
    startingDeadlineSeconds: 600,
    successfulJobsHistoryLimit: 3,
    failedJobsHistoryLimit: 3,
    jobTemplate: { spec: healthyJob },
  },
});
