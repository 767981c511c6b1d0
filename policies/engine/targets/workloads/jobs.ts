import { defineTarget } from '../../language/target';
import { healthyJob, jobKind } from '../../parts/pod-templates';
import type { Job } from '../../shapes/kubernetes';

/** Jobs as whole objects, which also say who made them. */
export default defineTarget<Job>({
  name: 'jobs',
  namespaced: true,
  copied: true,
  shapes: [{ name: 'job', kinds: [jobKind] }],
  healthy: { spec: healthyJob },
});
