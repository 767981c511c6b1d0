import { countAtLeast } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import httpRoutes from '../engine/targets/network/http-routes';

/** A route without hostnames takes every host of its listener. */
export default defineRule({
  title: { vi: 'Mỗi HTTPRoute ghi rõ tên máy chủ', en: 'every HTTPRoute names its hosts' },
  force: 'block',
  controls: ['tcvn-14423-4.12.2.4b', 'd331-30.8'],
  why: {
    vi: 'Route không ghi tên nhận mọi yêu cầu tới cổng chung, kể cả yêu cầu gửi tới tên miền của đơn vị khác.',
    en: 'A route without hosts takes all that comes to the gateway, what was meant for other tenants too.',
  },
  fix: {
    vi: 'Ghi spec.hostnames với tên miền đầy đủ của hệ thống.',
    en: 'Write spec.hostnames with the full names of the system.',
  },
  mayBeVacuous: {
    vi: 'Hiện vật không chứa HTTPRoute; đơn vị tạo chúng trên cụm, nơi quy tắc này được kiểm tra.',
    en: 'Artifacts hold no routes; tenants make them on clusters, where the rule acts.',
  },
  on: httpRoutes,
  require: (route) => countAtLeast(route.spec.hostnames, 1),
  examples: {
    passes: { 'a route of one host': {} },
    fails: { 'a route of every host': { object: { spec: { hostnames: null } } } },
  },
});
