import { all, any, atLeast, is } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import certificates from '../engine/targets/engines/certificates';

/** Sizes are stated, so that nobody has to know the defaults of cert-manager. */
export default defineRule({
  title: {
    vi: 'Mọi chứng thư dùng khóa ECDSA từ 256 bit, hoặc RSA từ 3072 bit',
    en: 'every certificate has an ECDSA key of 256 bits or more, or an RSA key of 3072',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12-protocols', 'tcvn-14423-5.4.2.4b', 'tcvn-14423-6.12.2.3'],
  why: {
    vi: 'Khóa RSA 2048 bit, mặc định của cert-manager, không còn đủ cho dữ liệu phải giữ kín nhiều năm.',
    en: "RSA with 2048 bits, cert-manager's default, is too weak for what must stay secret for years.",
  },
  fix: {
    vi: 'Đặt privateKey là ECDSA với size từ 256, hoặc RSA với size từ 3072.',
    en: 'Set privateKey to ECDSA with a size of 256 or more, or to RSA with 3072 or more.',
  },
  on: certificates,
  require: ({ spec: { privateKey } }) =>
    any(
      all(is(privateKey.algorithm, 'ECDSA'), atLeast(privateKey.size, 256)),
      all(is(privateKey.algorithm, 'RSA'), atLeast(privateKey.size, 3072)),
    ),
  examples: {
    passes: {
      'an ECDSA key': {},
      'an ECDSA key of 384 bits': { object: { spec: { privateKey: { size: 384 } } } },
      'an RSA key of 3072 bits': { object: { spec: { privateKey: { algorithm: 'RSA', size: 3072 } } } },
      'an RSA key of 4096 bits': { object: { spec: { privateKey: { algorithm: 'RSA', size: 4096 } } } },
    },
    fails: {
      'an ECDSA key of 255 bits': { object: { spec: { privateKey: { size: 255 } } } },
      'an ECDSA key of a size left to the default': { object: { spec: { privateKey: { size: null } } } },
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
