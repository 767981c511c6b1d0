import { every, not, text } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import certificates from '../engine/targets/engines/certificates';

export default defineRule({
  title: {
    vi: 'Chứng thư của hệ thống nêu từng tên máy chủ',
    en: 'certificates of systems name their hosts one by one',
  },
  force: 'block',
  controls: ['d331-30.8', 'tcvn-14423-5.4.2.7', 'tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Chứng thư cho *.ten-mien của một hệ thống giả được mọi hệ thống cùng tên miền.',
    en: 'A certificate for *.domain lets one system pass for every other one of the domain.',
  },
  fix: {
    vi: 'Thay *. bằng các tên thực sự dùng; tên chung do cổng của nền tảng giữ.',
    en: 'Replace *. by the names that are used; the platform’s gateway holds what is common.',
  },
  mayBeVacuous: {
    vi: 'Hệ thống có thể không cần chứng thư riêng.',
    en: 'Systems may need no certificate of their own.',
  },
  on: certificates,
  scope: 'tenants',
  require: ({ spec }) => every(spec.dnsNames, (name) => not(text(name, 'starts-with', '*'))),
  examples: {
    passes: { 'one host': {}, 'an address alone': { object: { spec: { dnsNames: null, ipAddresses: ['10.0.0.1'] } } } },
    fails: {
      'every host of a domain': { object: { spec: { dnsNames: ['*.example.vn'] } } },
      'every host of a domain, beside one': { object: { spec: { dnsNames: ['web.example.vn', '*.example.vn'] } } },
    },
  },
});
