import policy from '../../../policies/workloads/require-hardened-containers';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { change } from '../kit/edit-objects';
import { agent, connector, container, pod, workloads } from './kit/workloads';

const context = [...container, 'securityContext'] as const;
const where = 'containers[main].securityContext';

describePolicy('workloads/require-hardened-containers', policy, {
  passes: {
    'an agent': () => workloads(agent),
    'a connector': () => workloads(connector),
    'seccomp of the whole pod': () =>
      workloads(
        agent,
        change('DaemonSet', [...pod, 'securityContext'], { seccompProfile: { type: 'RuntimeDefault' } }),
      ),
  },
  fails: {
    'a privileged container': () => ({
      ...workloads(agent, change('DaemonSet', [...context, 'privileged'], true)),
      where: `${where}.privileged`,
      got: 'true',
    }),
    'escalation, which Kubernetes allows by default': () => ({
      ...workloads(agent, change('DaemonSet', [...context, 'allowPrivilegeEscalation'], undefined)),
      where: `${where}.allowPrivilegeEscalation`,
      got: 'null',
    }),
    'a root that can be written': () => ({
      ...workloads(agent, change('DaemonSet', [...context, 'readOnlyRootFilesystem'], false)),
      where: `${where}.readOnlyRootFilesystem`,
      got: 'false',
    }),
    'capabilities that nobody dropped': () => ({
      ...workloads(connector, change('Deployment', [...context, 'capabilities'], {})),
      where: `${where}.capabilities.drop`,
      got: 'none',
    }),
    'a capability that was added': () => ({
      ...workloads(agent, change('DaemonSet', [...context, 'capabilities', 'add'], ['SYS_ADMIN'])),
      where: `${where}.capabilities.add`,
      got: 'SYS_ADMIN',
    }),
    'no seccomp': () => ({
      ...workloads(agent, change('DaemonSet', [...context, 'seccompProfile', 'type'], 'Unconfined')),
      where: `${where}.seccompProfile.type`,
      got: 'Unconfined',
    }),
    'a container that runs first': () => ({
      ...workloads(agent, change('DaemonSet', [...pod, 'initContainers'], [{ name: 'first' }])),
      where: 'initContainers[first].securityContext.allowPrivilegeEscalation',
      got: 'null',
    }),
    'a template without containers': () => ({
      ...workloads(agent, change('DaemonSet', [...pod, 'containers'], [])),
      where: 'containers',
      got: 'none',
    }),
  },
  ignores: { 'a cluster without workloads': () => ({ view: viewOf() }) },
});
