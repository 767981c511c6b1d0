import policy from '../../../policies/identity/disallow-wildcard-roles';
import { describePolicy } from '../../support/describe-policy';
import { idOf, viewOf } from '../../support/view-of';
import { clusterRole, rule } from './kit/access';

const given = (...rules: readonly ReturnType<typeof rule>[]) => ({
  view: viewOf({ resources: [clusterRole('some', ...rules)] }),
});

describePolicy('identity/disallow-wildcard-roles', policy, {
  passes: {
    'rights by name': () => given(rule(['pods'], ['get', 'list'])),
    'a role without rights': () => given(),
  },
  fails: {
    'every verb': () => ({ ...given(rule(['pods'], ['*'])), where: 'rules[0] verbs', got: '*' }),
    'every resource': () => ({
      ...given(rule(['pods'], ['get']), rule(['*'], ['get'])),
      where: 'rules[1] resources',
      got: '*',
    }),
    'every part of a resource': () => ({ ...given(rule(['pods/*'], ['get'])), where: 'rules[0] resources', got: '*' }),
    'every group of the API': () => ({
      ...given(rule(['pods'], ['get'], ['*'])),
      where: 'rules[0] apiGroups',
      got: '*',
    }),
    'what an aggregated role collects': () => ({
      subject: idOf('ClusterRole', 'whole'),
      view: viewOf({
        resources: [
          { ...clusterRole('whole'), aggregationRule: { clusterRoleSelectors: [{ matchLabels: { part: 'yes' } }] } },
          { ...clusterRole('part', rule(['*'], ['get'])), metadata: { name: 'part', labels: { part: 'yes' } } },
        ],
      }),
      where: 'rules[0] resources',
      got: '*',
    }),
    'a rule that Terraform alone can tell': () => ({
      ...given({ 'terraform:unresolved': '${var.rule}' }),
      verdict: 'unknown',
      where: 'rules[0]',
      got: 'a rule that nobody can tell',
    }),
  },
  ignores: { 'an assembly without roles': () => ({ view: viewOf() }) },
});
