import policy from '../../../policies/identity/require-platform-roles';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { all, asWritten, change, drop, type Edit } from '../kit/edit-objects';
import { clusterRole, clusterRoleBinding, group, rule } from './kit/access';

const operators = 'ndc:platform-operators';
const auditors = 'ndc:security-auditors';
const objects = [
  clusterRole('platform-operator', rule(['nodes'], ['get', 'patch'])),
  clusterRole('security-auditor', rule(['events'], ['get', 'list', 'watch'])),
  clusterRoleBinding('platform-operators', 'platform-operator', group(operators)),
  clusterRoleBinding('security-auditors', 'security-auditor', group(auditors)),
];
const given = (edit: Edit = asWritten): PolicyCase => ({
  subject: 'cluster/dc-north-shared-0',
  view: viewOf({ resources: edit(objects.map((body) => ({ body }))) }),
});
const BINDING = 'ClusterRoleBinding';

describePolicy('identity/require-platform-roles', policy, {
  passes: { 'one role for each group': () => given() },
  fails: {
    'operators without a role': () => ({
      ...given(drop(BINDING, 'platform-operators')),
      where: BINDING,
      got: `none for ${operators}`,
    }),
    'auditors without a role': () => ({
      ...given(drop(BINDING, 'security-auditors')),
      where: BINDING,
      got: `none for ${auditors}`,
    }),
    'auditors who operate': () => ({
      ...given(change(`${BINDING}/security-auditors`, ['roleRef', 'name'], 'platform-operator')),
      where: 'dc-north-shared-0/ClusterRoleBinding/-/security-auditors',
      got: `platform-operator to ${auditors}`,
    }),
    'a role that is gone': () => ({
      ...given(drop('ClusterRole', 'platform-operator')),
      where: 'ClusterRole',
      got: 'no platform-operator',
    }),
    'auditors who write': () => ({
      ...given(all(change('ClusterRole/security-auditor', ['rules', 0, 'verbs'], ['get', 'delete']))),
      where: 'ClusterRole security-auditor',
      got: 'get, delete on events',
    }),
  },
  ignores: { 'a cluster that nobody declares': () => ({ ...given(), subject: 'cluster/other' }) },
});
