import policy from '../../../policies/platform/require-bounded-services';
import { describePolicy } from '../../support/describe-policy';
import { viewOf } from '../../support/view-of';
import { change, drop } from '../kit/edit-objects';
import { services } from './kit/services';

const expression = { 'terraform:unresolved': 'var.pods' };

describePolicy('platform/require-bounded-services', policy, {
  passes: { 'a quota and defaults': () => services() },
  fails: {
    'no quota': () => ({ ...services(drop('ResourceQuota')), where: 'ResourceQuota', got: 'missing' }),
    'memory without bound': () => ({
      ...services(change('ResourceQuota', ['spec', 'hard', 'limits.memory'], undefined)),
      where: 'ResourceQuota limits.memory',
      got: 'not limited',
    }),
    'an amount that Terraform alone can tell': () => ({
      ...services(change('ResourceQuota', ['spec', 'hard', 'pods'], expression)),
      verdict: 'unknown',
      where: 'pods',
      got: 'what Terraform alone can tell',
    }),
    'no defaults': () => ({ ...services(drop('LimitRange')), where: 'LimitRange', got: 'missing' }),
    'a default that is gone': () => ({
      ...services(change('LimitRange', ['spec', 'limits', 0, 'default', 'memory'], undefined)),
      where: 'LimitRange default.memory',
      got: 'not set',
    }),
  },
  ignores: { 'a nation without platform': () => ({ view: viewOf() }) },
});
