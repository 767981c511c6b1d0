import { is } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import certificates from '../engine/targets/engines/certificates';

export default defineRule({
  title: { vi: 'Mỗi lần gia hạn chứng thư là một khóa mới', en: 'every renewal of a certificate brings a new key' },
  force: 'block',
  controls: ['tcvn-14423-5.4.2-keys', 'tcvn-14423-5.12-protocols'],
  why: {
    vi: 'Khóa giữ nguyên qua mọi lần gia hạn thì một lần lộ là bị giả mạo mãi mãi.',
    en: 'A key that stays through every renewal is impersonated for good once it leaked.',
  },
  fix: { vi: 'Đặt privateKey.rotationPolicy là Always.', en: 'Set privateKey.rotationPolicy to Always.' },
  on: certificates,
  require: ({ spec }) => is(spec.privateKey.rotationPolicy, 'Always'),
  examples: {
    passes: { 'a new key each time': {} },
    fails: {
      'the same key for ever': { object: { spec: { privateKey: { rotationPolicy: 'Never' } } } },
      'a policy left to the version of cert-manager': { object: { spec: { privateKey: { rotationPolicy: null } } } },
    },
  },
});
