import policy from '../../../policies/identity/require-break-glass';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { idOf, viewOf } from '../../support/view-of';
import { labels } from '../../../model/naming';
import { clusterRole, clusterRoleBinding, group, roleBinding, rule } from './kit/access';

const subject = 'cluster/dc-north-shared-0';
const ROLE = 'break-glass-recovery';
const role = (...more: readonly JsonObject[]) => clusterRole(ROLE, rule(['nodes', 'pods'], ['get', 'list']), ...more);
const binding = clusterRoleBinding(ROLE, ROLE, group('ndc:break-glass'));
const given = (...resources: readonly JsonObject[]) => ({ subject, view: viewOf({ resources }) });

const platform: JsonObject = {
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'platform-gateway', labels: { [labels.service]: 'gateway' } },
};
const workloads = (namespace: string, ...rules: readonly JsonObject[]) => [
  platform,
  clusterRole('platform-workloads', rule(['pods'], ['delete']), ...rules),
  roleBinding('platform-workloads', namespace, { role: 'platform-workloads', subjects: [group('ndc:break-glass')] }),
];

describePolicy('identity/require-break-glass', policy, {
  passes: {
    'a narrow role for the break-glass group': () => given(role(), binding),
    'roles of others beside it': () =>
      given(role(), binding, clusterRoleBinding('ops', 'platform-operator', group('ndc:platform-operators'))),
    'moving pods in a namespace of the platform': () => given(role(), binding, ...workloads('platform-gateway')),
  },
  fails: {
    'moving pods in kube-system': () => ({
      ...given(role(), binding, ...workloads('kube-system')),
      where: idOf('RoleBinding', 'platform-workloads', 'kube-system'),
      got: 'ClusterRole platform-workloads to ndc:break-glass',
    }),
    'moving pods of the platform and nothing else': () => ({
      ...given(...workloads('platform-gateway')),
      where: 'ClusterRoleBinding',
      got: 'missing',
    }),
    'opening shells in the platform': () => ({
      ...given(role(), binding, ...workloads('platform-gateway', rule(['pods/exec'], ['create']))),
      where: 'platform-workloads rules[1]',
      got: 'pods/exec',
    }),
    'no emergency access': () => ({ ...given(role()), where: 'ClusterRoleBinding', got: 'missing' }),
    'emergency access for the daily operators': () => ({
      ...given(role(), clusterRoleBinding(ROLE, ROLE, group('ndc:platform-operators'))),
      where: idOf('ClusterRoleBinding', ROLE),
      got: `${ROLE} to Group ndc:platform-operators`,
    }),
    'a second role for the group': () => ({
      ...given(role(), clusterRoleBinding('all', 'cluster-admin', group('ndc:break-glass')), binding),
      where: idOf('ClusterRoleBinding', 'all'),
      got: 'ClusterRole cluster-admin to ndc:break-glass',
    }),
    'recovery that reads secrets': () => ({
      ...given(role(rule(['secrets'], ['get'])), binding),
      where: `${ROLE} rules[1]`,
      got: 'secrets',
    }),
    'recovery that opens shells': () => ({
      ...given(role(rule(['pods/exec'], ['create'])), binding),
      where: `${ROLE} rules[1]`,
      got: 'pods/exec',
    }),
    'a role that is not in the assembly': () => ({
      ...given(binding),
      verdict: 'unknown',
      where: 'roleRef',
      got: 'a role that is not in the assembly',
    }),
  },
  ignores: { 'a nation without clusters': () => ({ view: viewOf({ model: { ...healthyModel(), clusters: [] } }) }) },
});
