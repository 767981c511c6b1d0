import policy from '../../../policies/platform/require-pod-security';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { all, change } from '../kit/edit-objects';
import { services } from './kit/services';

const label = 'pod-security.kubernetes.io/enforce';
const field = ['metadata', 'labels', label] as const;
const reason = ['metadata', 'annotations', 'ndc.gov.vn/reason'] as const;

describePolicy('platform/require-pod-security', policy, {
  passes: {
    restricted: () => services(),
    'privileged with a reason': () =>
      services(all(change('Namespace', field, 'privileged'), change('Namespace', reason, 'reads volumes of the host'))),
  },
  fails: {
    'no label': () => ({ ...services(change('Namespace', field, undefined)), where: label, got: 'not set' }),
    'privileged without a reason': () => ({
      ...services(change('Namespace', field, 'privileged')),
      where: label,
      got: '"privileged" without a reason',
    }),
    'an empty reason': () => ({
      ...services(all(change('Namespace', field, 'baseline'), change('Namespace', reason, ' '))),
      where: label,
      got: '"baseline" without a reason',
    }),
    'a label that Terraform alone can tell': () => ({
      ...services(change('Namespace', field, { 'terraform:unresolved': 'var.level' })),
      verdict: 'unknown',
      where: label,
      got: 'what Terraform alone can tell',
    }),
  },
  ignores: { 'a nation without platform': () => ({ view: viewOf() }) },
});
