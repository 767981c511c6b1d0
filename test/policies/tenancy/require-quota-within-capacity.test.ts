import policy from '../../../policies/tenancy/require-quota-within-capacity';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';

/** The cluster has 18 workers of 64 cores and 512 GiB in three failure domains; 2 cores are promised for one. */
const subject = 'cluster/dc-north-shared-0';
const quota = (namespace: string, hard: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'quota', namespace },
  spec: { hard },
});
const given = (...hard: readonly JsonObject[]) => ({
  subject,
  view: viewOf({ resources: hard.map((one, index) => quota(`p01-proc-${index}`, one)) }),
});

describePolicy('tenancy/require-quota-within-capacity', policy, {
  passes: {
    'a cluster that promises nothing': () => given(),
    'all that is left when a failure domain is lost': () =>
      given({ 'requests.cpu': '1536', 'requests.memory': '6144Gi' }),
  },
  fails: {
    'more memory than a lost failure domain leaves': () => ({
      ...given({ 'requests.memory': '6Ti' }, { 'requests.memory': '1Gi' }),
      where: 'N−1 memoryGiB',
      got: '6145 promised',
    }),
    'more cores than all hosts have, less the reserve': () => ({
      ...given({ 'requests.cpu': '1844' }),
      where: 'N cpu',
      got: '1844 promised',
    }),
    'a quota that nobody can tell': () => ({
      ...given({ 'requests.cpu': { 'terraform:unresolved': '${var.cpu}' } }),
      verdict: 'unknown',
      where: 'dc-north-shared-0/ResourceQuota/p01-proc-0/quota',
      got: 'a quota that nobody can tell',
    }),
  },
  ignores: { 'a management cluster': () => ({ subject: 'cluster/dc-north-management', view: viewOf() }) },
});
