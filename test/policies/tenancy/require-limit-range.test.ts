import policy from '../../../policies/tenancy/require-limit-range';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';

const namespace = 'p01-proc-dmz';
const subject = `namespace/dc-north-shared-0/${namespace}`;
const limits = {
  type: 'Container',
  default: { cpu: '500m', memory: '512Mi' },
  defaultRequest: { cpu: '100m', memory: '128Mi' },
  max: { cpu: '16', memory: '64Gi' },
};
const range = (bend: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'LimitRange',
  metadata: { name: 'limits', namespace },
  spec: { limits: [{ ...limits, ...bend }] },
});
const given = (...resources: readonly JsonObject[]) => ({ subject, view: viewOf({ resources }) });

describePolicy('tenancy/require-limit-range', policy, {
  passes: {
    'defaults and a maximum within the quota': () => given(range()),
    'a smaller maximum': () => given(range({ max: { cpu: '4', memory: '8Gi' } })),
  },
  fails: {
    'no limits': () => ({ ...given(), where: 'LimitRange', got: 'missing' }),
    'limits of pods alone': () => ({ ...given(range({ type: 'Pod' })), where: 'LimitRange', got: 'missing' }),
    'no default memory': () => ({
      ...given(range({ default: { cpu: '500m' } })),
      where: 'LimitRange default.memory',
      got: 'not set',
    }),
    'a maximum beyond the quota': () => ({
      ...given(range({ max: { cpu: '17', memory: '64Gi' } })),
      where: 'LimitRange max.cpu',
      got: '"17"',
    }),
    'limits that Terraform alone can tell': () => ({
      ...given(range({ max: { 'terraform:unresolved': '${var.max}' } })),
      verdict: 'unknown',
      where: 'LimitRange',
      got: 'what Terraform alone can tell',
    }),
  },
  ignores: {
    'a nation without namespaces': () => ({ view: viewOf({ model: { ...healthyModel(), namespaces: [] } }) }),
  },
});
