import { all, countAtMost, every } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import ciliumNetworkPolicies from '../engine/targets/engines/cilium-network-policies';

export default defineRule({
  title: {
    vi: 'Chính sách Cilium của hệ thống nêu đối tác bằng nhãn hoặc tên, không bằng dải địa chỉ',
    en: 'policies of Cilium of systems name peers by labels or names, never by blocks of addresses',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12.2.4d', 'tcvn-14423-6.12.2.4c', 'tcvn-14423-7.12.2.5c', 'tcvn-14423-7.12.2.1b'],
  why: {
    vi: 'Dải địa chỉ mở ở đây không có trong luồng đã khai báo: không ai duyệt, không sơ đồ nào vẽ.',
    en: 'A block that is opened here is in no declared flow: nobody approved it, and no diagram shows it.',
  },
  fix: {
    vi: 'Khai báo luồng tới dải địa chỉ trong tệp của hệ thống; ở đây dùng toEndpoints hoặc toFQDNs.',
    en: 'Declare the flow to the block in the facts of the system; use toEndpoints or toFQDNs here.',
  },
  mayBeVacuous: {
    vi: 'Hệ thống không có cơ sở dữ liệu thì không cần chính sách riêng của Cilium.',
    en: 'Systems without a database need no policies of Cilium’s own.',
  },
  on: ciliumNetworkPolicies,
  scope: 'tenants',
  require: ({ spec }) =>
    all(
      every(spec.ingress, (rule) => all(countAtMost(rule.fromCIDR, 0), countAtMost(rule.fromCIDRSet, 0))),
      every(spec.egress, (rule) => all(countAtMost(rule.toCIDR, 0), countAtMost(rule.toCIDRSet, 0))),
    ),
  examples: {
    passes: { 'endpoints and names': {} },
    fails: {
      'from a block': { object: { spec: { ingress: [{ fromEndpoints: null, fromCIDR: ['0.0.0.0/0'] }] } } },
      'from a block with exceptions': {
        object: {
          spec: { ingress: [{ fromEndpoints: null, fromCIDRSet: [{ cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] }] }] },
        },
      },
      'to a block': { object: { spec: { egress: [{ toFQDNs: null, toCIDR: ['::/0'] }] } } },
      'to a block with exceptions': {
        object: { spec: { egress: [{ toFQDNs: null, toCIDRSet: [{ cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] }] }] } },
      },
      'from a block in a second rule': {
        object: {
          spec: {
            ingress: [{}, { fromCIDR: ['10.0.0.0/8'], toPorts: [{ ports: [{ port: '443', protocol: 'TCP' }] }] }],
          },
        },
      },
      'to a block in a second rule': {
        object: {
          spec: { egress: [{}, { toCIDR: ['10.0.0.0/8'], toPorts: [{ ports: [{ port: '443', protocol: 'TCP' }] }] }] },
        },
      },
    },
  },
});
