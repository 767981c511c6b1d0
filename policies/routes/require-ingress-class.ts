import { exists } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import ingresses from '../engine/targets/network/ingresses';

/** Without a class, whichever controller takes itself for the default serves it. */
export default defineRule({
  title: { vi: 'Mỗi Ingress ghi rõ bộ điều khiển phục vụ nó', en: 'every Ingress names the class that serves it' },
  force: 'block',
  controls: ['tcvn-14423-4.12.2.4b'],
  why: {
    vi: 'Thiếu lớp, một bộ điều khiển bất kỳ có thể công bố dịch vụ ra mạng mà không ai phê duyệt.',
    en: 'Without a class any controller may publish the service to a network that nobody approved.',
  },
  fix: {
    vi: 'Ghi spec.ingressClassName.',
    en: 'Write spec.ingressClassName.',
  },
  mayBeVacuous: {
    vi: 'Nền tảng không dùng Ingress; quy tắc dành cho Ingress do người khác tạo trên cụm.',
    en: 'The platform uses no Ingress; the rule is for those that others make on clusters.',
  },
  on: ingresses,
  require: (ingress) => exists(ingress.spec.ingressClassName),
  examples: {
    passes: { 'an Ingress with its class': {} },
    fails: { 'an Ingress without one': { object: { spec: { ingressClassName: null } } } },
  },
});
