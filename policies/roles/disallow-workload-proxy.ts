import { every, not, oneOf } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import roles from '../engine/targets/access/roles';

const PROXIES = ['pods/proxy', 'services/proxy'] as const;

/** Network policies see the API server as the caller, and let it pass. */
export default defineRule({
  title: {
    vi: 'Không vai trò nào gọi Pod hay dịch vụ xuyên qua máy chủ API',
    en: 'no role calls pods or services through the API server',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'tcvn-14423-5.12.2.4d'],
  why: {
    vi: 'Đường đi xuyên máy chủ API vượt qua chính sách mạng giữa các vùng và giữa các hệ thống.',
    en: 'The way through the API server goes around the network policies between zones and between systems.',
  },
  fix: {
    vi: 'Bỏ pods/proxy và services/proxy; gọi dịch vụ qua cổng chung hoặc theo luồng đã khai báo.',
    en: 'Take pods/proxy and services/proxy out; call services through the gateway or by a declared flow.',
  },
  on: roles,
  require: (role) => every(role.rules, (rule) => every(rule.resources, (resource) => not(oneOf(resource, PROXIES)))),
  examples: {
    passes: {
      'a role that reads services': {
        object: { rules: [{}, { apiGroups: [''], resources: ['pods', 'services'], verbs: ['get'] }] },
      },
    },
    fails: {
      'a role that calls pods': {
        object: { rules: [{}, { apiGroups: [''], resources: ['pods/proxy'], verbs: ['get'] }] },
      },
      'a role that reads and calls services': {
        object: { rules: [{}, { apiGroups: [''], resources: ['services', 'services/proxy'], verbs: ['get'] }] },
      },
    },
  },
});
