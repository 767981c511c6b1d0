import policy from '../../../policies/supply-chain/require-image-admission';
import { labels } from '../../../model/naming';
import { describePolicy } from '../../support/describe-policy';
import { change, drop } from '../kit/edit-objects';
import { guarded } from './kit/admission-objects';

const subject = 'cluster/dc-north-shared-0';
const rule = 'ValidatingAdmissionPolicy/images-of-the-nation';
const binding = 'ValidatingAdmissionPolicyBinding';
const selector = ['spec', 'matchResources', 'namespaceSelector'];

describePolicy('supply-chain/require-image-admission', policy, {
  passes: {
    'a policy and a binding for all tenants': () => ({ view: guarded(), subject }),
    'a binding for every namespace': () => ({ view: guarded(change(binding, selector, undefined)), subject }),
  },
  fails: {
    'no policy': () => ({
      view: guarded(drop('ValidatingAdmissionPolicy')),
      subject,
      where: 'ValidatingAdmissionPolicy',
      got: 'none on the nation’s registry',
    }),
    'a policy on another registry': () => ({
      view: guarded(change(rule, ['spec', 'validations', 0, 'expression'], "image.startsWith('docker.io/')")),
      subject,
      where: 'ValidatingAdmissionPolicy',
      got: 'none on the nation’s registry',
    }),
    'a policy that lets through what it can’t tell': () => ({
      view: guarded(change(rule, ['spec', 'failurePolicy'], 'Ignore')),
      subject,
      where: 'images-of-the-nation: spec.failurePolicy',
      got: 'Ignore',
    }),
    'a policy that spares some objects': () => ({
      view: guarded(change(rule, ['spec', 'matchConstraints', 'objectSelector'], { matchLabels: { a: 'b' } })),
      subject,
      where: 'images-of-the-nation: spec.matchConstraints.objectSelector',
      got: 'set',
    }),
    'a policy with conditions': () => ({
      view: guarded(change(rule, ['spec', 'matchConditions'], [{ name: 'a', expression: 'false' }])),
      subject,
      where: 'images-of-the-nation: spec.matchConditions',
      got: 'set',
    }),
    'a policy that isn’t asked about changes': () => ({
      view: guarded(change(rule, ['spec', 'matchConstraints', 'resourceRules', 0, 'operations'], ['CREATE'])),
      subject,
      where: 'images-of-the-nation: spec.matchConstraints.resourceRules',
      got: 'without UPDATE',
    }),
    'no binding': () => ({
      view: guarded(drop(binding)),
      subject,
      where: binding,
      got: 'none of images-of-the-nation',
    }),
    'a binding that only warns': () => ({
      view: guarded(change(binding, ['spec', 'validationActions'], ['Warn'])),
      subject,
      where: 'images-of-the-nation: spec.validationActions',
      got: 'Warn',
    }),
    'a binding that leaves a tenant out, naming its namespace': () => ({
      view: guarded(change(binding, selector, { matchLabels: { [labels.tenant]: 'p01' } })),
      subject,
      where: 'images-of-the-nation: spec.matchResources.namespaceSelector',
      got: 'leaves out c00004-proc',
    }),
  },
  ignores: {
    'a cluster that nobody declares': () => ({ view: guarded(), subject: 'cluster/other' }),
  },
});
