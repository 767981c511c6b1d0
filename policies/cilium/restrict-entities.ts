import { all, every, is } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import ciliumNetworkPolicies from '../engine/targets/engines/cilium-network-policies';

export default defineRule({
  title: {
    vi: 'Chính sách Cilium của hệ thống chỉ mở tới máy chủ API, không mở tới cả cụm hay bên ngoài',
    en: 'policies of Cilium of systems open to the API server, not to the whole cluster or the world',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12.2.4d', 'tcvn-14423-6.12.2.4c', 'tcvn-14423-7.12.2.5c', 'd331-30.8'],
  why: {
    vi: 'world và all mở thẳng ra Internet, cluster mở tới mọi hệ thống khác: mọi lớp chặn mặc định bị vượt qua.',
    en: 'world and all open straight to the Internet, and cluster to every other system: past every default denial.',
  },
  fix: {
    vi: 'Thay fromEntities, toEntities bằng fromEndpoints, toEndpoints hoặc toFQDNs; chỉ kube-apiserver được giữ.',
    en: 'Replace fromEntities and toEntities by fromEndpoints, toEndpoints or toFQDNs; kube-apiserver alone may stay.',
  },
  mayBeVacuous: {
    vi: 'Hệ thống không có cơ sở dữ liệu thì không cần chính sách riêng của Cilium.',
    en: 'Systems without a database need no policies of Cilium’s own.',
  },
  on: ciliumNetworkPolicies,
  scope: 'tenants',
  require: ({ spec }) =>
    all(
      every(spec.ingress, ({ fromEntities }) => every(fromEntities, (entity) => is(entity, 'kube-apiserver'))),
      every(spec.egress, ({ toEntities }) => every(toEntities, (entity) => is(entity, 'kube-apiserver'))),
    ),
  examples: {
    passes: {
      'endpoints and names': {},
      'the API server, both ways': {
        object: {
          spec: { ingress: [{ fromEntities: ['kube-apiserver'] }], egress: [{ toEntities: ['kube-apiserver'] }] },
        },
      },
    },
    fails: {
      'from the world': { object: { spec: { ingress: [{ fromEndpoints: null, fromEntities: ['world'] }] } } },
      'to the world': { object: { spec: { egress: [{ toFQDNs: null, toEntities: ['world'] }] } } },
      'from the whole cluster, beside the API server': {
        object: { spec: { ingress: [{ fromEndpoints: null, fromEntities: ['kube-apiserver', 'cluster'] }] } },
      },
      'to everything, beside the API server': {
        object: { spec: { egress: [{ toFQDNs: null, toEntities: ['kube-apiserver', 'all'] }] } },
      },
      'from the world in a second rule': {
        object: {
          spec: {
            ingress: [{}, { fromEntities: ['world'], toPorts: [{ ports: [{ port: '443', protocol: 'TCP' }] }] }],
          },
        },
      },
      'to the world in a second rule': {
        object: {
          spec: { egress: [{}, { toEntities: ['world'], toPorts: [{ ports: [{ port: '443', protocol: 'TCP' }] }] }] },
        },
      },
    },
  },
});
