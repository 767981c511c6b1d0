import policy from '../../../policies/workloads/require-probes';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { change } from '../kit/edit-objects';
import { agent, connector, container, workloads } from './kit/workloads';

const job = { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'once', namespace: 'platform-backup' } };

describePolicy('workloads/require-probes', policy, {
  passes: { 'an agent': () => workloads(agent), 'a connector': () => workloads(connector) },
  fails: {
    'nobody asks whether it lives': () => ({
      ...workloads(agent, change('DaemonSet', [...container, 'livenessProbe'], undefined)),
      where: 'containers[main].livenessProbe',
      got: 'none',
    }),
    'an empty probe': () => ({
      ...workloads(connector, change('Deployment', [...container, 'readinessProbe'], {})),
      where: 'containers[main].readinessProbe',
      got: 'none',
    }),
  },
  ignores: { 'a job, which ends by itself': () => ({ view: viewOf({ resources: [job] }) }) },
});
