import policy from '../../../policies/identity/disallow-cluster-admin';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { clusterRoleBinding, group, roleBinding } from './kit/access';

const account = (namespace: string) => ({ kind: 'ServiceAccount', name: 'deployer', namespace });
const given = (binding: ReturnType<typeof clusterRoleBinding>) => ({ view: viewOf({ resources: [binding] }) });

describePolicy('identity/disallow-cluster-admin', policy, {
  passes: {
    'a narrow role for a group': () =>
      given(clusterRoleBinding('ops', 'platform-operator', group('ndc:platform-operators'))),
    'a controller of the platform': () =>
      given(clusterRoleBinding('flux', 'cluster-admin', account('platform-gitops'))),
  },
  fails: {
    'cluster-admin for a group': () => ({
      ...given(clusterRoleBinding('ops', 'cluster-admin', group('ndc:platform-operators'))),
      where: 'roleRef',
      got: 'cluster-admin to ndc:platform-operators',
    }),
    'cluster-admin for a single person': () => ({
      ...given(clusterRoleBinding('ops', 'cluster-admin', { kind: 'User', name: 'ndc:someone' })),
      where: 'roleRef',
      got: 'cluster-admin to ndc:someone',
    }),
    'everything in a namespace': () => ({
      ...given(roleBinding('all', 'p01-proc-dmz', { role: 'admin', subjects: [group('p01:administrators')] })),
      where: 'roleRef',
      got: 'admin to p01:administrators',
    }),
    "cluster-admin for a tenant's workload": () => ({
      ...given(clusterRoleBinding('deploy', 'cluster-admin', account('p01-proc-server'))),
      where: 'roleRef',
      got: 'cluster-admin to deployer',
    }),
    'the group of Kubernetes that may do everything': () => ({
      ...given(clusterRoleBinding('masters', 'view', group('system:masters'))),
      where: 'subjects',
      got: 'system:masters',
    }),
    'subjects that Terraform alone can tell': () => ({
      ...given({ ...clusterRoleBinding('later', 'view'), subjects: { 'terraform:unresolved': '${var.who}' } }),
      verdict: 'unknown',
      where: 'roleRef',
      got: 'what Terraform alone can tell',
    }),
  },
  ignores: { 'an assembly without bindings': () => ({ view: viewOf() }) },
});
