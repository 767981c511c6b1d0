import policy from '../../../policies/control-plane/require-loopback-components';
import { describePolicy } from '../../support/describe-policy';
import { planes, subject, withFlag } from './kit/planes';

describePolicy('control-plane/require-loopback-components', policy, {
  passes: {
    'both on their own machine': () => planes(),
    'both on it by IPv6': () => withFlag('scheduler', 'bind-address', '::1'),
  },
  fails: {
    'a controller manager on every address': () => ({
      ...withFlag('controllerManager', 'bind-address', '0.0.0.0'),
      where: 'controllerManager --bind-address',
      got: '0.0.0.0',
    }),
    'the default, which is every address': () => ({
      ...withFlag('scheduler', 'bind-address'),
      where: 'scheduler --bind-address',
      got: 'not given',
    }),
  },
  ignores: { 'a cluster that nobody declares': () => ({ ...planes(), subject: `${subject}-other` }) },
});
