import { all, every, is, not, orElse, text } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import argoProjects from '../engine/targets/delivery/argo-projects';

/** The cluster that Argo CD runs in. */
const OWN_CLUSTER = 'https://kubernetes.default.svc';

export default defineRule({
  title: {
    vi: 'Dự án Argo CD nêu từng không gian tên đích trong chính cụm',
    en: 'projects of Argo CD name each namespace of their own cluster',
  },
  force: 'block',
  controls: ['d331-30.8', 'tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Đích * cho một dự án ghi đè đối tượng của mọi hệ thống, kể cả nền tảng.',
    en: 'A destination of * lets one project overwrite objects of every system, the platform included.',
  },
  fix: {
    vi: 'Ghi từng namespace, và server là https://kubernetes.default.svc.',
    en: 'Write each namespace, and https://kubernetes.default.svc as server.',
  },
  mayBeVacuous: {
    vi: 'Cây GitOps được xuất riêng và không nằm trong tệp cấu hình; cụm có thể không dùng Argo CD.',
    en: 'GitOps trees are exported apart and stand in no assembly; a cluster may do without Argo CD.',
  },
  on: argoProjects,
  require: ({ spec }) =>
    every(spec.destinations, ({ namespace, server }) =>
      all(not(text(orElse(namespace, '*'), 'contains', '*')), is(server, OWN_CLUSTER)),
    ),
  examples: {
    passes: {
      'one namespace': {},
      'two namespaces': {
        object: {
          spec: { destinations: [{}, { server: 'https://kubernetes.default.svc', namespace: 'example-web-database' }] },
        },
      },
    },
    fails: {
      'every namespace': { object: { spec: { destinations: [{ namespace: '*' }] } } },
      'every namespace of a name': { object: { spec: { destinations: [{ namespace: 'example-*' }] } } },
      'no namespace, which may be any': { object: { spec: { destinations: [{ namespace: null }] } } },
      'another cluster': { object: { spec: { destinations: [{ server: 'https://10.0.0.1:6443' }] } } },
      'every cluster': { object: { spec: { destinations: [{ server: '*' }] } } },
      'a cluster by name': { object: { spec: { destinations: [{ server: null, name: 'other' }] } } },
      'every namespace beside one': {
        object: { spec: { destinations: [{}, { server: 'https://kubernetes.default.svc', namespace: '*' }] } },
      },
    },
  },
});
