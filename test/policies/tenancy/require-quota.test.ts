import policy from '../../../policies/tenancy/require-quota';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';

const namespace = 'p01-proc-dmz';
const subject = `namespace/dc-north-shared-0/${namespace}`;
const hard = {
  'requests.cpu': '16',
  'limits.cpu': '16',
  'requests.memory': '64Gi',
  'limits.memory': '64Gi',
  'requests.storage': '500Gi',
  pods: '100',
};
const quota = (bend: JsonObject = {}, spec: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name: 'quota', namespace },
  spec: { hard: { ...hard, ...bend }, ...spec },
});
const given = (...resources: readonly JsonObject[]) => ({ subject, view: viewOf({ resources }) });

describePolicy('tenancy/require-quota', policy, {
  passes: {
    'the amounts of the footprint': () => given(quota()),
    'the same amounts written otherwise': () => given(quota({ 'requests.cpu': '16000m', 'limits.memory': '65536Mi' })),
  },
  fails: {
    'no quota': () => ({ ...given(), where: 'ResourceQuota', got: 'missing' }),
    'more cores than declared': () => ({
      ...given(quota({ 'limits.cpu': '32' })),
      where: 'ResourceQuota limits.cpu',
      got: '32',
    }),
    'an amount that nobody limits': () => ({
      ...given({ ...quota(), spec: { hard: { 'requests.cpu': '16' } } }),
      where: 'ResourceQuota limits.cpu',
      got: 'not limited',
    }),
    'a quota for some pods alone': () => ({
      ...given(quota({}, { scopes: ['BestEffort'] })),
      where: 'ResourceQuota',
      got: 'missing',
    }),
    'an amount that Terraform alone can tell': () => ({
      ...given(quota({ pods: { 'terraform:unresolved': '${var.pods}' } })),
      verdict: 'unknown',
      where: 'ResourceQuota pods',
      got: 'what Terraform alone can tell',
    }),
  },
  ignores: {
    'a nation without namespaces': () => ({ view: viewOf({ model: { ...healthyModel(), namespaces: [] } }) }),
    'a quota of the platform': () => ({
      subject: 'namespace/dc-north-shared-0/platform-gateway',
      view: viewOf({ resources: [{ ...quota(), metadata: { name: 'quota', namespace: 'platform-gateway' } }] }),
    }),
  },
});
