import { countAtLeast } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import ingresses from '../engine/targets/network/ingresses';

/** Which host each certificate is for only the controller can match: a loop of three lists costs an API server too much. */
export default defineRule({
  title: { vi: 'Mọi Ingress đều có TLS', en: 'every Ingress has TLS' },
  force: 'block',
  controls: ['tcvn-14423-5.4.2.4b', 'tcvn-14423-6.12.2.3'],
  why: {
    vi: 'HTTP thường để lộ mật khẩu và dữ liệu cá nhân của người dân trên đường truyền.',
    en: 'Plain HTTP shows passwords and personal data of citizens on the wire.',
  },
  fix: {
    vi: 'Ghi spec.tls với các máy chủ và bí mật chứa chứng thư; tốt hơn là dùng HTTPRoute của cổng chung.',
    en: 'Write spec.tls with the hosts and the secret of the certificate; or better an HTTPRoute of the gateway.',
  },
  mayBeVacuous: {
    vi: 'Nền tảng không dùng Ingress; quy tắc dành cho Ingress do người khác tạo trên cụm.',
    en: 'The platform uses no Ingress; the rule is for those that others make on clusters.',
  },
  on: ingresses,
  require: (ingress) => countAtLeast(ingress.spec.tls, 1),
  examples: {
    passes: { 'an Ingress with a certificate': {} },
    fails: { 'an Ingress without one': { object: { spec: { tls: null } } } },
  },
});
