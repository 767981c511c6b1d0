import policy from '../../../policies/workloads/require-read-only-host-folders';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { change } from '../kit/edit-objects';
import { agent, connector, container, workloads } from './kit/workloads';

describePolicy('workloads/require-read-only-host-folders', policy, {
  passes: {
    'an agent that reads logs and keeps its own buffer': () => workloads(agent),
    'a connector without any of its host': () => workloads(connector),
  },
  fails: {
    'logs that it may change': () => ({
      ...workloads(agent, change('DaemonSet', [...container, 'volumeMounts', 0, 'readOnly'], false)),
      where: 'containers[main].volumeMounts[logs]',
      got: '/var/log, writable',
    }),
  },
  ignores: { 'a cluster without workloads': () => ({ view: viewOf() }) },
});
