import { all, any, atLeast, is } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import certificates from '../engine/targets/engines/certificates';

/** cert-manager takes ECDSA keys of 256 bits and more alone, so their size needs no question. */
export default defineRule({
  title: {
    vi: 'Mọi chứng thư dùng khóa ECDSA, hoặc RSA từ 3072 bit',
    en: 'every certificate has an ECDSA key, or an RSA key of 3072 bits or more',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12-protocols', 'tcvn-14423-5.4.2.4b', 'tcvn-14423-6.12.2.3'],
  why: {
    vi: 'Khóa RSA 2048 bit, mặc định của cert-manager, không còn đủ cho dữ liệu phải giữ kín nhiều năm.',
    en: "RSA with 2048 bits, cert-manager's default, is too weak for what must stay secret for years.",
  },
  fix: {
    vi: 'Đặt privateKey.algorithm là ECDSA, hoặc RSA với size từ 3072.',
    en: 'Set privateKey.algorithm to ECDSA, or to RSA with a size of 3072 or more.',
  },
  on: certificates,
  require: ({ spec: { privateKey } }) =>
    any(is(privateKey.algorithm, 'ECDSA'), all(is(privateKey.algorithm, 'RSA'), atLeast(privateKey.size, 3072))),
  examples: {
    passes: {
      'an ECDSA key': {},
      'an ECDSA key of the usual size': { object: { spec: { privateKey: { size: null } } } },
      'an RSA key of 3072 bits': { object: { spec: { privateKey: { algorithm: 'RSA', size: 3072 } } } },
      'an RSA key of 4096 bits': { object: { spec: { privateKey: { algorithm: 'RSA', size: 4096 } } } },
    },
    fails: {
      'an RSA key of 3071 bits': { object: { spec: { privateKey: { algorithm: 'RSA', size: 3071 } } } },
      'an RSA key of the default size': { object: { spec: { privateKey: { algorithm: 'RSA', size: null } } } },
      'a key left to the default': { object: { spec: { privateKey: { algorithm: null, size: null } } } },
      'a large key left to the default': { object: { spec: { privateKey: { algorithm: null, size: 4096 } } } },
      'a key that clients of the nation do not take': {
        object: { spec: { privateKey: { algorithm: 'Ed25519', size: 4096 } } },
      },
    },
  },
});
