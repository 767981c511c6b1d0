import { absent } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import deliveries from '../engine/targets/delivery/deliveries';

export default defineRule({
  title: { vi: 'Flux chỉ áp dụng vào chính cụm của nó', en: 'Flux applies to its own cluster alone' },
  force: 'block',
  controls: ['d331-30.5-4', 'tcvn-14423-3.6.2.4', 'tcvn-14423-6.12.2.6'],
  why: {
    vi: 'Chiếm được một cụm giữ kubeconfig của cụm khác là chiếm được cả hai.',
    en: 'Whoever captures a cluster that holds the kubeconfig of another has both.',
  },
  fix: {
    vi: 'Bỏ kubeConfig; mỗi cụm tự kéo cấu hình của mình.',
    en: 'Take kubeConfig away; let each cluster pull for itself.',
  },
  mayBeVacuous: {
    vi: 'Cây GitOps được xuất riêng và không nằm trong tệp cấu hình; cụm có thể không dùng Flux.',
    en: 'GitOps trees are exported apart and stand in no assembly; a cluster may do without Flux.',
  },
  on: deliveries,
  require: ({ spec }) => absent(spec.kubeConfig),
  examples: {
    passes: { 'its own cluster': {} },
    fails: { 'another cluster': { object: { spec: { kubeConfig: { secretRef: { name: 'other' } } } } } },
  },
});
