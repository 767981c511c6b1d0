import { countAtMost } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import serviceAccounts from '../engine/targets/access/service-accounts';

/** Kubernetes stopped making such tokens in 1.24; a list written by hand brings them back. */
export default defineRule({
  title: {
    vi: 'Tài khoản dịch vụ không liệt kê bí mật chứa mã truy cập',
    en: 'accounts list no secrets that hold tokens of theirs',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'tcvn-14423-6.5.2.1'],
  why: {
    vi: 'Bí mật được liệt kê là mã truy cập không hết hạn: lộ một lần là lộ mãi.',
    en: 'What is listed are tokens that never end: lost once, lost for good.',
  },
  fix: {
    vi: 'Bỏ trường secrets của ServiceAccount; dùng mã truy cập có thời hạn (TokenRequest).',
    en: 'Take the field secrets out of the ServiceAccount; use tokens that end (TokenRequest).',
  },
  on: serviceAccounts,
  require: (account) => countAtMost(account.secrets, 0),
  examples: {
    passes: {
      'an account alone': {},
      'an account with what its images are pulled by': {
        object: { imagePullSecrets: [{ name: 'registry' }] },
      },
    },
    fails: { 'an account with the token of it': { object: { secrets: [{ name: 'web-token' }] } } },
  },
});
