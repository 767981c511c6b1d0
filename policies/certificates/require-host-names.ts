import { countAtLeast } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import certificates from '../engine/targets/engines/certificates';

export default defineRule({
  title: { vi: 'Mọi chứng thư nêu tên máy chủ trong dnsNames', en: 'every certificate names its hosts in dnsNames' },
  force: 'block',
  controls: ['tcvn-14423-5.12-protocols', 'tcvn-14423-5.4.2.4b'],
  why: {
    vi: 'Máy khách ngày nay chỉ so tên với dnsNames: chứng thư thiếu nó bị từ chối, và người ta sẽ tắt kiểm tra.',
    en: 'Clients compare names with dnsNames alone: without them a certificate is refused, and somebody switches the check off.',
  },
  fix: {
    vi: 'Ghi tên máy chủ trong dnsNames, không chỉ trong commonName.',
    en: 'Write the host names in dnsNames, not in commonName alone.',
  },
  on: certificates,
  require: ({ spec }) => countAtLeast(spec.dnsNames, 1),
  examples: {
    passes: { 'one name': {}, 'two names': { object: { spec: { dnsNames: ['web.example.vn', 'www.example.vn'] } } } },
    fails: {
      'a common name alone': { object: { spec: { dnsNames: null, commonName: 'web.example.vn' } } },
      'an empty list': { object: { spec: { dnsNames: [], commonName: 'web.example.vn' } } },
    },
  },
});
