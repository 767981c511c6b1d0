import policy from '../../../policies/workloads/restrict-account-tokens';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { change, drop } from '../kit/edit-objects';
import { agent, connector, pod, workloads } from './kit/workloads';

describePolicy('workloads/restrict-account-tokens', policy, {
  passes: {
    'a token for an account with a role': () => workloads(agent),
    'no token': () => workloads(connector),
    'an account that mounts none': () =>
      workloads(agent, (objects) =>
        change('ServiceAccount', ['automountServiceAccountToken'], false)(drop('ClusterRoleBinding')(objects)),
      ),
  },
  fails: {
    'a token that Kubernetes mounts by default': () => ({
      ...workloads(connector, change('Deployment', [...pod, 'automountServiceAccountToken'], undefined)),
      where: 'serviceAccountName',
      got: 'default',
    }),
    'a token without a role': () => ({
      ...workloads(agent, drop('ClusterRoleBinding')),
      where: 'ServiceAccount agent',
      got: 'a token without a role',
    }),
    'a role that is gone': () => ({
      ...workloads(agent, drop('ClusterRole')),
      where: 'ServiceAccount agent',
      got: 'no ClusterRole agent',
    }),
  },
  ignores: { 'a cluster without workloads': () => ({ view: viewOf() }) },
});
