import { all, every, isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import certificates from '../engine/targets/engines/certificates';

export default defineRule({
  title: { vi: 'Không chứng thư nào ký được chứng thư khác', en: 'no certificate can sign others' },
  force: 'block',
  controls: ['tcvn-14423-5.4.2-keys', 'd331-30.8', 'tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Ai giữ một chứng thư CA cấp được chứng thư cho mọi tên, ngoài tầm kiểm soát của hệ thống chứng thư quốc gia.',
    en: 'Whoever holds a CA certificate issues for any name, out of sight of the nation’s authority.',
  },
  fix: { vi: 'Bỏ isCA và mục đích cert sign.', en: 'Take isCA and the usage cert sign away.' },
  on: certificates,
  require: ({ spec }) =>
    all(
      isNot(spec.isCA, true),
      every(spec.usages, (usage) => isNot(usage, 'cert sign')),
    ),
  examples: {
    passes: {
      'a certificate of a service': {},
      'one that says that it is no authority': { object: { spec: { isCA: false } } },
    },
    fails: {
      'an authority': { object: { spec: { isCA: true } } },
      'a signer': { object: { spec: { usages: ['digital signature', 'server auth', 'cert sign'] } } },
      'a signer alone': { object: { spec: { usages: ['cert sign', 'cert sign'] } } },
    },
  },
});
