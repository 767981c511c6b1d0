import { all, any, countAtLeast, every } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import ciliumNetworkPolicies from '../engine/targets/engines/cilium-network-policies';

/** `cilium/disallow-address-blocks` leaves no other kinds of peers that a system may name. */
export default defineRule({
  title: { vi: 'Mọi luật Cilium của hệ thống nêu đối tác', en: 'every rule of Cilium of systems names its peers' },
  force: 'block',
  controls: ['tcvn-14423-5.12.2.4d', 'tcvn-14423-6.12.2.4c', 'tcvn-14423-7.12.2.5c', 'tcvn-14423-4.12.2.4b'],
  why: {
    vi: 'Luật không nêu đối tác mở cổng đó cho tất cả mọi nơi.',
    en: 'A rule without peers opens its ports to everywhere.',
  },
  fix: {
    vi: 'Thêm fromEndpoints hoặc fromEntities cho ingress; toEndpoints, toEntities hoặc toFQDNs cho egress.',
    en: 'Add fromEndpoints or fromEntities to ingress, and toEndpoints, toEntities or toFQDNs to egress.',
  },
  mayBeVacuous: {
    vi: 'Hệ thống không có cơ sở dữ liệu thì không cần chính sách riêng của Cilium.',
    en: 'Systems without a database need no policies of Cilium’s own.',
  },
  on: ciliumNetworkPolicies,
  scope: 'tenants',
  require: ({ spec }) =>
    all(
      every(spec.ingress, (rule) => any(countAtLeast(rule.fromEndpoints, 1), countAtLeast(rule.fromEntities, 1))),
      every(spec.egress, (rule) =>
        any(countAtLeast(rule.toEndpoints, 1), countAtLeast(rule.toEntities, 1), countAtLeast(rule.toFQDNs, 1)),
      ),
    ),
  examples: {
    passes: {
      'endpoints and names': {},
      'several of each': {
        object: {
          spec: {
            ingress: [{ fromEndpoints: [{}, { matchLabels: { app: 'other' } }] }],
            egress: [{ toFQDNs: [{}, { matchName: 'ca.example.vn' }] }],
          },
        },
      },
      'the API server, both ways': {
        object: {
          spec: {
            ingress: [{ fromEndpoints: null, fromEntities: ['kube-apiserver'] }],
            egress: [{ toFQDNs: null, toEntities: ['kube-apiserver'] }],
          },
        },
      },
      'endpoints both ways': {
        object: { spec: { egress: [{ toFQDNs: null, toEndpoints: [{ matchLabels: { app: 'database' } }] }] } },
      },
    },
    fails: {
      'from everywhere': { object: { spec: { ingress: [{ fromEndpoints: null }] } } },
      'to everywhere': { object: { spec: { egress: [{ toFQDNs: null }] } } },
      'from everywhere in a second rule': {
        object: { spec: { ingress: [{}, { toPorts: [{ ports: [{ port: '443', protocol: 'TCP' }] }] }] } },
      },
      'to everywhere in a second rule': {
        object: { spec: { egress: [{}, { toPorts: [{ ports: [{ port: '443', protocol: 'TCP' }] }] }] } },
      },
    },
  },
});
