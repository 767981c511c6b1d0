import policy from '../../../policies/admission/require-enforced-policies';
import type { JsonObject } from '../../../resources/resource';
import { describePolicy, type PolicyCase } from '../../support/describe-policy';
import { idOf, viewOf } from '../../support/view-of';
import { asWritten, change, drop, type Edit } from '../kit/edit-objects';

const POLICY = 'ValidatingAdmissionPolicy';
const BINDING = 'ValidatingAdmissionPolicyBinding';
const apiVersion = 'admissionregistration.k8s.io/v1';
const objects: readonly JsonObject[] = [
  { apiVersion, kind: POLICY, metadata: { name: 'images' }, spec: { failurePolicy: 'Fail' } },
  {
    apiVersion,
    kind: BINDING,
    metadata: { name: 'images' },
    spec: { policyName: 'images', validationActions: ['Deny', 'Audit'] },
  },
];
const given = (edit: Edit = asWritten): PolicyCase => ({
  subject: idOf(POLICY, 'images'),
  view: viewOf({ resources: edit(objects.map((body) => ({ body }))) }),
});

describePolicy('admission/require-enforced-policies', policy, {
  passes: {
    'a policy that denies': () => given(),
    'the default of Kubernetes, which fails closed': () => given(change(POLICY, ['spec', 'failurePolicy'], undefined)),
  },
  fails: {
    'a policy that lets through what it can’t tell': () => ({
      ...given(change(POLICY, ['spec', 'failurePolicy'], 'Ignore')),
      where: 'spec.failurePolicy',
      got: 'Ignore',
    }),
    'a policy that nobody bound': () => ({ ...given(drop(BINDING)), where: BINDING, got: 'none' }),
    'a warning alone': () => ({
      ...given(change(BINDING, ['spec', 'validationActions'], ['Warn', 'Audit'])),
      where: 'images: spec.validationActions',
      got: 'Warn, Audit',
    }),
    'no action': () => ({
      ...given(change(BINDING, ['spec', 'validationActions'], undefined)),
      where: 'images: spec.validationActions',
      got: 'none',
    }),
  },
  ignores: { 'a cluster without policies': () => ({ view: viewOf() }) },
});
