import { every, not, text } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import httpRoutes from '../engine/targets/network/http-routes';

/** Twin of `routes/require-route-hosts`: a route without hosts is as wide as one of a wildcard. */
export default defineRule({
  title: {
    vi: 'Tên máy chủ của HTTPRoute không dùng ký tự đại diện',
    en: 'the hosts of an HTTPRoute are without wildcards',
  },
  force: 'block',
  controls: ['tcvn-14423-4.12.2.4b', 'd331-30.8'],
  why: {
    vi: 'Route của *.gov.vn nhận cả yêu cầu gửi tới tên miền mà đơn vị khác chưa công bố.',
    en: 'A route of *.gov.vn takes what is meant for names that other tenants have yet to publish.',
  },
  fix: {
    vi: 'Thay *. bằng các tên miền đầy đủ của hệ thống.',
    en: 'Replace *. by the full names of the system.',
  },
  mayBeVacuous: {
    vi: 'Hiện vật không chứa HTTPRoute; đơn vị tạo chúng trên cụm, nơi quy tắc này được kiểm tra.',
    en: 'Artifacts hold no routes; tenants make them on clusters, where the rule acts.',
  },
  on: httpRoutes,
  require: (route) => every(route.spec.hostnames, (host) => not(text(host, 'starts-with', '*'))),
  examples: {
    passes: { 'a route of one host': {} },
    fails: {
      'a route of one host and of all below another': {
        object: { spec: { hostnames: ['dichvucong.example.vn', '*.example.vn'] } },
      },
    },
  },
});
