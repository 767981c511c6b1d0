import { all, every, isNot, orElse } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import argoProjects from '../engine/targets/delivery/argo-projects';

export default defineRule({
  title: {
    vi: 'Dự án Argo CD nêu từng loại đối tượng được tạo',
    en: 'projects of Argo CD name each kind that they bring',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'd331-30.8'],
  why: {
    vi: 'Loại * cho dự án tạo cả ClusterRole và webhook: ghi được vào Git là quản trị cụm.',
    en: 'A kind of * brings ClusterRoles and webhooks too: whoever writes to Git administers the cluster.',
  },
  fix: { vi: 'Ghi group và kind của từng loại.', en: 'Write group and kind of each.' },
  mayBeVacuous: {
    vi: 'Cây GitOps được xuất riêng và không nằm trong tệp cấu hình; cụm có thể không dùng Argo CD.',
    en: 'GitOps trees are exported apart and stand in no assembly; a cluster may do without Argo CD.',
  },
  on: argoProjects,
  require: ({ spec }) =>
    every([spec.clusterResourceWhitelist, spec.namespaceResourceWhitelist], ({ group, kind }) =>
      all(isNot(orElse(group, ''), '*'), isNot(orElse(kind, ''), '*')),
    ),
  examples: {
    passes: {
      'one kind': {},
      'one kind in the cluster and one in namespaces': {
        object: { spec: { namespaceResourceWhitelist: [{ group: 'apps', kind: 'Deployment' }] } },
      },
    },
    fails: {
      'every kind of a group': { object: { spec: { clusterResourceWhitelist: [{ kind: '*' }] } } },
      'a kind of every group': { object: { spec: { clusterResourceWhitelist: [{ group: '*' }] } } },
      'every kind beside one': { object: { spec: { clusterResourceWhitelist: [{}, { group: '*', kind: '*' }] } } },
      'every kind in namespaces': { object: { spec: { namespaceResourceWhitelist: [{ group: '*', kind: '*' }] } } },
    },
  },
  equivalents: {
    'requires without the default  in group *':
      'an absent value meets no test, as the default meets none; the server holds no object without it',
    'requires without the default  in kind *':
      'an absent value meets no test, as the default meets none; the server holds no object without it',
  },
});
