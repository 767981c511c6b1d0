import policy from '../../../policies/workloads/require-topology-spread';
import { describePolicy } from '../../support/describe-policy';
import { change } from '../kit/edit-objects';
import { agent, connector, pod, workloads } from './kit/workloads';

const spread = [...pod, 'topologySpreadConstraints'] as const;

describePolicy('workloads/require-topology-spread', policy, {
  passes: { 'replicas in different failure domains': () => workloads(connector) },
  fails: {
    'no constraint': () => ({
      ...workloads(connector, change('Deployment', spread, undefined)),
      where: 'topologySpreadConstraints',
      got: 'none',
    }),
    'a wish alone': () => ({
      ...workloads(connector, change('Deployment', [...spread, 0, 'whenUnsatisfiable'], 'ScheduleAnyway')),
      where: 'topologySpreadConstraints',
      got: 'topology.kubernetes.io/zone: ScheduleAnyway',
    }),
    'hosts of one rack': () => ({
      ...workloads(connector, change('Deployment', [...spread, 0, 'topologyKey'], 'kubernetes.io/hostname')),
      where: 'topologySpreadConstraints',
      got: 'kubernetes.io/hostname: DoNotSchedule',
    }),
    'other pods': () => ({
      ...workloads(
        connector,
        change('Deployment', [...spread, 0, 'labelSelector', 'matchLabels', 'app.kubernetes.io/name'], 'agent'),
      ),
      where: 'topologySpreadConstraints.labelSelector',
      got: '{"matchLabels":{"app.kubernetes.io/name":"agent"}}',
    }),
  },
  ignores: { 'an agent, which is on every node': () => workloads(agent) },
});
