import policy from '../../../policies/tenancy/require-tenant-labels';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy } from '../../support/describe-policy';
import { healthyModel } from '../../support/healthy-model';
import { viewOf } from '../../support/view-of';

const name = 'c00004-proc';
const subject = `namespace/dc-north-shared-0/${name}`;
const labels = {
  'ndc.gov.vn/tenant': 'c00004',
  'ndc.gov.vn/system': 'procedures-p01',
  'ndc.gov.vn/zone': 'server',
  'ndc.gov.vn/level': '3',
  'ndc.gov.vn/site': 'dc-north',
};
const given = (bend: JsonObject) => ({
  subject,
  view: viewOf({
    resources: [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: { ...labels, ...bend } } }],
  }),
});

describePolicy('tenancy/require-tenant-labels', policy, {
  passes: {
    'the labels of the model': () => given({}),
    'labels of others beside them': () => given({ 'app.kubernetes.io/managed-by': 'ndc' }),
  },
  fails: {
    'no namespace': () => ({ subject, view: viewOf(), where: 'Namespace', got: 'missing' }),
    'another tenant': () => ({ ...given({ 'ndc.gov.vn/tenant': 'p01' }), where: 'ndc.gov.vn/tenant', got: 'p01' }),
    'a lower level': () => ({ ...given({ 'ndc.gov.vn/level': '2' }), where: 'ndc.gov.vn/level', got: '2' }),
    'a level as a number, which the API refuses': () => ({
      ...given({ 'ndc.gov.vn/level': 3 }),
      where: 'ndc.gov.vn/level',
      got: 'not set',
    }),
    'a label that Terraform alone can tell': () => ({
      ...given({ 'ndc.gov.vn/zone': { 'terraform:unresolved': '${var.zone}' } }),
      verdict: 'unknown',
      where: 'ndc.gov.vn/zone',
      got: 'what Terraform alone can tell',
    }),
  },
  ignores: {
    'a nation without namespaces': () => ({ view: viewOf({ model: { ...healthyModel(), namespaces: [] } }) }),
  },
});
