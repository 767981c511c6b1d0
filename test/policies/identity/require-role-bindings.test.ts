import policy from '../../../policies/identity/require-role-bindings';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { idOf, viewOf } from '../../support/view-of';
import { clusterRole, group, roleBinding } from './kit/access';

const namespace = 'c00004-proc';
const subject = `namespace/dc-north-shared-0/${namespace}`;
const administrators = roleBinding('administrators', namespace, {
  role: 'tenant-administrator',
  subjects: [group('c00004:administrators')],
});
const viewers = roleBinding('viewers', namespace, { role: 'tenant-viewer', subjects: [group('c00004:viewers')] });
const roles = [clusterRole('tenant-administrator'), clusterRole('tenant-viewer')];
const given = (...resources: readonly JsonObject[]) => ({ subject, view: viewOf({ resources }) });
const stray = (one: JsonObject) =>
  given(...roles, administrators, viewers, roleBinding('stray', namespace, { role: 'tenant-viewer', subjects: [one] }));

describePolicy('identity/require-role-bindings', policy, {
  passes: {
    'administrators and viewers of the commune': () => given(...roles, administrators, viewers),
    'an account of a workload of the same namespace': () =>
      stray({ kind: 'ServiceAccount', name: 'workload', namespace }),
  },
  fails: {
    'no administrators': () => ({
      ...given(...roles, viewers),
      where: 'RoleBinding',
      got: 'no binding of c00004:administrators',
    }),
    'no bindings at all': () => ({ ...given(), where: 'RoleBinding', got: 'no binding of c00004:administrators' }),
    'viewers who may write': () => ({
      ...given(
        ...roles,
        administrators,
        roleBinding('viewers', namespace, { role: 'tenant-administrator', subjects: [group('c00004:viewers')] }),
      ),
      where: idOf('RoleBinding', 'viewers', namespace),
      got: 'ClusterRole tenant-administrator',
    }),
    'a group of another agency': () => ({
      ...stray(group('p02:viewers')),
      where: idOf('RoleBinding', 'stray', namespace),
      got: 'Group p02:viewers',
    }),
    'a single person': () => ({
      ...stray({ kind: 'User', name: 'ndc:someone' }),
      where: idOf('RoleBinding', 'stray', namespace),
      got: 'User ndc:someone',
    }),
    'a workload of another namespace': () => ({
      ...stray({ kind: 'ServiceAccount', name: 'workload', namespace: 'p01-proc-dmz' }),
      where: idOf('RoleBinding', 'stray', namespace),
      got: 'ServiceAccount workload',
    }),
    'a role that is not in the assembly': () => ({
      ...given(administrators, viewers),
      verdict: 'unknown',
      where: 'RoleBinding',
      got: 'tenant-administrator is not in the assembly',
    }),
    'subjects that Terraform alone can tell': () => ({
      ...given(...roles, viewers, { ...administrators, subjects: { 'terraform:unresolved': '${var.who}' } }),
      verdict: 'unknown',
      where: idOf('RoleBinding', 'administrators', namespace),
      got: 'what Terraform alone can tell',
    }),
  },
  ignores: {
    'a nation without namespaces': () => ({ view: viewOf({ model: { ...healthyModel(), namespaces: [] } }) }),
  },
});
