import { absent, every } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import ciliumNetworkPolicies from '../engine/targets/engines/cilium-network-policies';

export default defineRule({
  title: {
    vi: 'Chính sách Cilium của hệ thống ghi trọn từng tên đích',
    en: 'policies of Cilium of systems write each destination by its whole name',
  },
  force: 'block',
  controls: ['tcvn-14423-6.12.2.4c', 'tcvn-14423-7.12.2.5c', 'tcvn-14423-3-dns-filtering'],
  why: {
    vi: 'Mẫu tên như *.vn mở tới máy chủ mà kẻ tấn công tự đăng ký tên.',
    en: 'A pattern such as *.vn opens to hosts whose names an attacker registers.',
  },
  fix: {
    vi: 'Thay matchPattern bằng matchName cho từng tên.',
    en: 'Replace matchPattern by a matchName for each name.',
  },
  mayBeVacuous: {
    vi: 'Hệ thống không có cơ sở dữ liệu thì không cần chính sách riêng của Cilium.',
    en: 'Systems without a database need no policies of Cilium’s own.',
  },
  on: ciliumNetworkPolicies,
  scope: 'tenants',
  require: ({ spec }) =>
    every(spec.egress, ({ toFQDNs }) => every(toFQDNs, ({ matchPattern }) => absent(matchPattern))),
  examples: {
    passes: {
      'one name': {},
      'two names': { object: { spec: { egress: [{ toFQDNs: [{}, { matchName: 'ca.example.vn' }] }] } } },
    },
    fails: {
      'a pattern': { object: { spec: { egress: [{ toFQDNs: [{ matchName: null, matchPattern: '*.example.vn' }] }] } } },
      'a pattern beside a name': { object: { spec: { egress: [{ toFQDNs: [{}, { matchPattern: '*' }] }] } } },
      'a pattern in a second rule': {
        object: {
          spec: {
            egress: [
              {},
              { toFQDNs: [{ matchPattern: '*' }], toPorts: [{ ports: [{ port: '443', protocol: 'TCP' }] }] },
            ],
          },
        },
      },
    },
  },
});
