import policy from '../../../policies/identity/disallow-secret-reading';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { clusterRole, clusterRoleBinding, group, roleBinding, rule } from './kit/access';

const viewers = roleBinding('viewers', 'p01-proc-dmz', { role: 'tenant-viewer', subjects: [group('p01:viewers')] });
const auditors = clusterRoleBinding('security-auditor', 'security-auditor', group('ndc:security-auditors'));
const viewer = (...rules: readonly ReturnType<typeof rule>[]) => ({
  view: viewOf({ resources: [viewers, clusterRole('tenant-viewer', ...rules)] }),
});

describePolicy('identity/disallow-secret-reading', policy, {
  passes: {
    'viewers of workloads': () => viewer(rule(['pods', 'configmaps'], ['get', 'list'])),
    'resources of that name in another group of the API': () =>
      viewer(rule(['secrets'], ['get'], ['external-secrets.io'])),
  },
  fails: {
    'viewers of secrets': () => ({
      ...viewer(rule(['pods'], ['get']), rule(['secrets'], ['get', 'list'])),
      where: 'rules[1]',
      got: 'get, list secrets',
    }),
    'auditors of everything': () => ({
      view: viewOf({ resources: [auditors, clusterRole('security-auditor', rule(['*'], ['get'], ['*']))] }),
      where: 'rules[0]',
      got: 'get secrets',
    }),
    'a role that is not in the assembly': () => ({
      verdict: 'unknown',
      view: viewOf({ resources: [auditors] }),
      where: 'roleRef',
      got: 'a role that is not in the assembly',
    }),
    'a rule that Terraform alone can tell': () => ({
      ...viewer({ 'terraform:unresolved': '${var.rule}' }),
      verdict: 'unknown',
      where: 'rules[0]',
      got: 'a rule that nobody can tell',
    }),
  },
  ignores: {
    administrators: () => ({
      view: viewOf({
        resources: [
          roleBinding('administrators', 'p01-proc-dmz', {
            role: 'tenant-administrator',
            subjects: [group('p01:administrators')],
          }),
          clusterRole('tenant-administrator', rule(['secrets'], ['get'])),
        ],
      }),
    }),
  },
});
