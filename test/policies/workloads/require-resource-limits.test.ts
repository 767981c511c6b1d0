import policy from '../../../policies/workloads/require-resource-limits';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { change } from '../kit/edit-objects';
import { agent, container, workloads } from './kit/workloads';

const resources = [...container, 'resources'] as const;
const where = 'containers[main].resources';

describePolicy('workloads/require-resource-limits', policy, {
  passes: { 'needs and bounds': () => workloads(agent) },
  fails: {
    'no bound on memory': () => ({
      ...workloads(agent, change('DaemonSet', [...resources, 'limits', 'memory'], undefined)),
      where: `${where}.limits.memory`,
      got: 'null',
    }),
    'nothing at all': () => ({
      ...workloads(agent, change('DaemonSet', resources, undefined)),
      where: `${where}.requests.cpu`,
      got: 'null',
    }),
    'a need of nothing': () => ({
      ...workloads(agent, change('DaemonSet', [...resources, 'requests', 'cpu'], '0')),
      where: `${where}.requests.cpu`,
      got: '"0"',
    }),
  },
  ignores: { 'a cluster without workloads': () => ({ view: viewOf() }) },
});
