import policy from '../../../policies/identity/disallow-escalation-verbs';
import { describePolicy } from '../../support/describe-policy';
import { idOf, viewOf } from '../../support/view-of';
import { clusterRole, clusterRoleBinding, group, roleBinding, rule } from './kit/access';

const API = ['rbac.authorization.k8s.io'];
const bound = roleBinding('administrators', 'p01-proc-dmz', {
  role: 'tenant-administrator',
  subjects: [group('p01:administrators')],
});
const given = (...rules: readonly ReturnType<typeof rule>[]) => ({
  view: viewOf({ resources: [bound, clusterRole('tenant-administrator', ...rules)] }),
});

describePolicy('identity/disallow-escalation-verbs', policy, {
  passes: {
    'workloads and reading of roles': () =>
      given(rule(['deployments'], ['create', 'patch'], ['apps']), rule(['roles'], ['get'], API)),
    'a role that is bound twice': () => ({
      view: viewOf({
        resources: [
          bound,
          roleBinding('administrators', 'c00004-proc', {
            role: 'tenant-administrator',
            subjects: [group('c00004:administrators')],
          }),
          clusterRole('tenant-administrator', rule(['pods'], ['get'])),
        ],
      }),
    }),
  },
  fails: {
    'acting in the name of others': () => ({
      ...given(rule(['users'], ['impersonate'])),
      where: 'rules[0]',
      got: 'impersonate',
    }),
    'binding of roles': () => ({
      ...given(rule(['pods'], ['get']), rule(['clusterroles'], ['bind'], API)),
      where: 'rules[1]',
      got: 'bind',
    }),
    'writing of bindings': () => ({
      ...given(rule(['rolebindings'], ['get', 'create'], API)),
      where: 'rules[0]',
      got: 'create rolebindings',
    }),
    'tokens of other accounts': () => ({
      ...given(rule(['serviceaccounts/token'], ['create'])),
      where: 'rules[0]',
      got: 'create serviceaccounts/token',
    }),
    'a role in a namespace of a tenant, bound or not': () => ({
      subject: idOf('Role', 'own', 'p01-proc-dmz'),
      view: viewOf({
        resources: [
          {
            ...clusterRole('own', rule(['roles'], ['escalate'], API)),
            kind: 'Role',
            metadata: { name: 'own', namespace: 'p01-proc-dmz' },
          },
        ],
      }),
      where: 'rules[0]',
      got: 'escalate',
    }),
    'a role that is not in the assembly': () => ({
      verdict: 'unknown',
      view: viewOf({ resources: [bound] }),
      where: 'roleRef',
      got: 'a role that is not in the assembly',
    }),
  },
  ignores: {
    'a role of the platform': () => ({
      view: viewOf({
        resources: [
          clusterRole('gitops', rule(['clusterroles'], ['bind'], API)),
          clusterRoleBinding('gitops', 'gitops', group('ndc:platform-operators')),
        ],
      }),
    }),
  },
});
