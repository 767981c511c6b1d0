import policy from '../../../policies/workloads/restrict-host-access';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { change } from '../kit/edit-objects';
import { agent, connector, container, pod, workloads } from './kit/workloads';

const path = [...pod, 'volumes', 0, 'hostPath', 'path'] as const;

describePolicy('workloads/restrict-host-access', policy, {
  passes: {
    'an agent that reads logs and keeps its own buffer': () => workloads(agent),
    'a connector without any of its host': () => workloads(connector),
  },
  fails: {
    'the network of the host': () => ({
      ...workloads(connector, change('Deployment', [...pod, 'hostNetwork'], true)),
      where: 'hostNetwork',
      got: 'true',
    }),
    'the processes of the host': () => ({
      ...workloads(agent, change('DaemonSet', [...pod, 'hostPID'], true)),
      where: 'hostPID',
      got: 'true',
    }),
    'a port of the host': () => ({
      ...workloads(agent, change('DaemonSet', [...container, 'ports'], [{ containerPort: 80, hostPort: 80 }])),
      where: 'containers[main].ports.hostPort',
      got: '80',
    }),
    'logs that it may change': () => ({
      ...workloads(agent, change('DaemonSet', [...container, 'volumeMounts', 0, 'readOnly'], false)),
      where: 'containers[main].volumeMounts[logs]',
      got: '/var/log, writable',
    }),
    'the whole host, even read-only': () => ({
      ...workloads(agent, change('DaemonSet', path, '/')),
      where: 'containers[main].volumeMounts[logs]',
      got: '/',
    }),
    'the keys of the kubelet, even read-only': () => ({
      ...workloads(agent, change('DaemonSet', path, '/var/lib/kubelet/pki')),
      where: 'containers[main].volumeMounts[logs]',
      got: '/var/lib/kubelet/pki',
    }),
  },
  ignores: { 'a cluster without workloads': () => ({ view: viewOf() }) },
});
