import policy from '../../../policies/control-plane/require-session-limits';
import { describePolicy } from '../../support/describe-policy';
import { planes, subject, withFile, withFlag } from './kit/planes';

const rules = ['jwt', 0, 'claimValidationRules'] as const;
const where = 'jwt[0].claimValidationRules';

describePolicy('control-plane/require-session-limits', policy, {
  passes: {
    'eight hours, one for administrators': () => planes(),
    'shorter sessions': () => withFile('authentication', [...rules, 0, 'expression'], 'claims.exp - claims.iat <= 600'),
  },
  fails: {
    'no configuration': () => ({
      ...withFlag('apiServer', 'authentication-config'),
      where: '--authentication-config',
      got: 'not given',
    }),
    'sessions without end': () => ({ ...withFile('authentication', rules, []), where, got: 'no limit' }),
    'a day': () => ({
      ...withFile('authentication', [...rules, 0, 'expression'], 'claims.exp - claims.iat <= 86400'),
      where,
      got: '86400 seconds',
    }),
    'administrators as long as everybody': () => ({
      ...withFile('authentication', [...rules, 1], undefined),
      where: `${where} of administrators`,
      got: 'no limit',
    }),
    'a limit that isn’t for everybody': () => ({
      ...withFile('authentication', [...rules, 0, 'expression'], 'claims.guest && claims.exp - claims.iat <= 600'),
      where,
      got: 'no limit',
    }),
  },
  ignores: { 'a cluster that nobody declares': () => ({ ...planes(), subject: `${subject}-other` }) },
});
