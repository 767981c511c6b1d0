import { absent } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import kustomizations from '../engine/targets/delivery/kustomizations';

export default defineRule({
  title: { vi: 'Flux áp dụng nguồn trong chính không gian tên đó', en: 'Flux applies sources of the same namespace' },
  force: 'block',
  controls: ['d331-30.8', 'tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Nguồn ở không gian tên khác cho hệ thống này đọc Git của hệ thống kia, bằng chứng thực của người ta.',
    en: 'A source of another namespace lets one system read the Git of another, with its credentials.',
  },
  fix: {
    vi: 'Bỏ sourceRef.namespace; khai báo nguồn trong cùng không gian tên.',
    en: 'Take sourceRef.namespace away; declare the source in the same namespace.',
  },
  mayBeVacuous: {
    vi: 'Cây GitOps được xuất riêng và không nằm trong tệp cấu hình; cụm có thể không dùng Flux.',
    en: 'GitOps trees are exported apart and stand in no assembly; a cluster may do without Flux.',
  },
  on: kustomizations,
  require: ({ spec }) => absent(spec.sourceRef.namespace),
  examples: {
    passes: { 'a source beside it': {} },
    fails: { 'a source of another namespace': { object: { spec: { sourceRef: { namespace: 'other' } } } } },
  },
});
