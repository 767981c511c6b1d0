import { all, countAtLeast, every } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import ciliumNetworkPolicies from '../engine/targets/engines/cilium-network-policies';

export default defineRule({
  title: { vi: 'Mọi luật Cilium của hệ thống nêu cổng', en: 'every rule of Cilium of systems names its ports' },
  force: 'block',
  controls: ['tcvn-14423-5.12.2.4d', 'tcvn-14423-6.12.2.4c', 'tcvn-14423-7.12.2.5c', 'tcvn-14423-4.12.2.4b'],
  why: {
    vi: 'Luật không nêu cổng mở cả cổng quản trị và gỡ lỗi của đối tác.',
    en: 'A rule without ports opens those of administration and debugging too.',
  },
  fix: { vi: 'Ghi toPorts với từng cổng cho mỗi luật.', en: 'Write toPorts with each port in every rule.' },
  mayBeVacuous: {
    vi: 'Hệ thống không có cơ sở dữ liệu thì không cần chính sách riêng của Cilium.',
    en: 'Systems without a database need no policies of Cilium’s own.',
  },
  on: ciliumNetworkPolicies,
  scope: 'tenants',
  require: ({ spec }) =>
    all(
      every(spec.ingress, ({ toPorts }) =>
        all(
          countAtLeast(toPorts, 1),
          every(toPorts, ({ ports }) => countAtLeast(ports, 1)),
        ),
      ),
      every(spec.egress, ({ toPorts }) =>
        all(
          countAtLeast(toPorts, 1),
          every(toPorts, ({ ports }) => countAtLeast(ports, 1)),
        ),
      ),
    ),
  examples: {
    passes: {
      'one port': {},
      'two ports': {
        object: { spec: { ingress: [{ toPorts: [{ ports: [{}, { port: '8443', protocol: 'TCP' }] }] }] } },
      },
      'two lists of ports each way': {
        object: {
          spec: {
            ingress: [{ toPorts: [{}, { ports: [{ port: '53', protocol: 'ANY' }] }] }],
            egress: [{ toPorts: [{}, { ports: [{ port: '53', protocol: 'ANY' }] }] }],
          },
        },
      },
      'two ports out': {
        object: { spec: { egress: [{ toPorts: [{ ports: [{}, { port: '8443', protocol: 'TCP' }] }] }] } },
      },
    },
    fails: {
      'every port in': { object: { spec: { ingress: [{ toPorts: null }] } } },
      'every port out': { object: { spec: { egress: [{ toPorts: null }] } } },
      'an empty list of ports in': { object: { spec: { ingress: [{ toPorts: [{ ports: [] }] }] } } },
      'an empty list of ports out': { object: { spec: { egress: [{ toPorts: [{ ports: [] }] }] } } },
      'a second, empty list of ports in': { object: { spec: { ingress: [{ toPorts: [{}, { ports: [] }] }] } } },
      'a second, empty list of ports out': { object: { spec: { egress: [{ toPorts: [{}, { ports: [] }] }] } } },
      'every port in, in a second rule': { object: { spec: { ingress: [{}, { fromEntities: ['kube-apiserver'] }] } } },
      'every port out, in a second rule': { object: { spec: { egress: [{}, { toEntities: ['kube-apiserver'] }] } } },
    },
  },
});
