import policy from '../../../policies/tenancy/require-service-account';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';

const namespace = 'p01-proc-server';
const subject = `namespace/dc-north-shared-0/${namespace}`;
const account = (name: string, bend: JsonObject = { automountServiceAccountToken: false }): JsonObject => ({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name, namespace },
  ...bend,
});
const given = (...resources: readonly JsonObject[]) => ({ subject, view: viewOf({ resources }) });

describePolicy('tenancy/require-service-account', policy, {
  passes: {
    'the account of workloads': () => given(account('workload')),
    'several accounts without tokens': () => given(account('workload'), account('jobs')),
  },
  fails: {
    'no account': () => ({ ...given(), where: 'ServiceAccount', got: 'missing' }),
    'the default account alone': () => ({
      ...given(account('default')),
      where: 'ServiceAccount',
      got: 'default alone',
    }),
    'a token in every pod, which is the default of the API': () => ({
      ...given(account('workload', {})),
      where: 'ServiceAccount workload automountServiceAccountToken',
      got: 'not set',
    }),
    'a second account with a token in every pod': () => ({
      ...given(account('workload'), account('jobs', { automountServiceAccountToken: true })),
      where: 'ServiceAccount jobs automountServiceAccountToken',
      got: 'true',
    }),
    'a setting that Terraform alone can tell': () => ({
      ...given(account('workload', { automountServiceAccountToken: { 'terraform:unresolved': '${var.a}' } })),
      verdict: 'unknown',
      where: 'ServiceAccount workload automountServiceAccountToken',
      got: 'what Terraform alone can tell',
    }),
  },
  ignores: {
    'a nation without namespaces': () => ({ view: viewOf({ model: { ...healthyModel(), namespaces: [] } }) }),
  },
});
