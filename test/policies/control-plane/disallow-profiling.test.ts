import policy from '../../../policies/control-plane/disallow-profiling';
import { describePolicy } from '../../support/describe-policy';
import { planes, subject, withFlag } from './kit/planes';

describePolicy('control-plane/disallow-profiling', policy, {
  passes: { 'profiling off everywhere': () => planes() },
  fails: {
    'the default, which is on': () => ({
      ...withFlag('apiServer', 'profiling'),
      where: 'apiServer --profiling',
      got: 'not given',
    }),
    'a scheduler that shows itself': () => ({
      ...withFlag('scheduler', 'profiling', 'true'),
      where: 'scheduler --profiling',
      got: 'true',
    }),
  },
  ignores: { 'a cluster that nobody declares': () => ({ ...planes(), subject: `${subject}-other` }) },
});
