import policy from '../../../policies/control-plane/require-audit-log-room';
import { describePolicy } from '../../support/describe-policy';
import { planes, subject, withFlag } from './kit/planes';

describePolicy('control-plane/require-audit-log-room', policy, {
  passes: { 'a month with room': () => planes() },
  fails: {
    'a week': () => ({
      ...withFlag('apiServer', 'audit-log-maxage', '7'),
      where: 'apiServer --audit-log-maxage',
      got: '7',
    }),
    'two files': () => ({
      ...withFlag('apiServer', 'audit-log-maxbackup', '2'),
      where: 'apiServer --audit-log-maxbackup',
      got: '2',
    }),
    'no size': () => ({
      ...withFlag('apiServer', 'audit-log-maxsize'),
      where: 'apiServer --audit-log-maxsize',
      got: 'not given',
    }),
  },
  ignores: { 'a cluster that nobody declares': () => ({ ...planes(), subject: `${subject}-other` }) },
});
