import { every, text } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import ingresses from '../engine/targets/network/ingresses';

/** Without a host an entry takes every host. */
export default defineRule({
  title: {
    vi: 'Mỗi quy tắc của Ingress ghi rõ tên máy chủ, không dùng ký tự đại diện',
    en: 'every entry of an Ingress names its host, without wildcards',
  },
  force: 'block',
  controls: ['tcvn-14423-4.12.2.4b', 'd331-30.8'],
  why: {
    vi: 'Quy tắc không tên, hoặc *.gov.vn, nhận cả yêu cầu gửi tới tên miền của đơn vị khác.',
    en: 'An entry without a host, or for *.gov.vn, takes what was meant for the names of other tenants.',
  },
  fix: {
    vi: 'Ghi host đầy đủ của hệ thống cho mỗi quy tắc.',
    en: 'Write the full host of the system in each entry.',
  },
  mayBeVacuous: {
    vi: 'Nền tảng không dùng Ingress; quy tắc dành cho Ingress do người khác tạo trên cụm.',
    en: 'The platform uses no Ingress; the rule is for those that others make on clusters.',
  },
  on: ingresses,
  require: (ingress) => every(ingress.spec.rules, (rule) => text(rule.host, 'matches', '^[^*]')),
  examples: {
    passes: { 'an Ingress of one host': {} },
    fails: {
      'an Ingress of a host and of all below another': {
        object: {
          spec: {
            rules: [
              {},
              {
                host: '*.example.vn',
                http: {
                  paths: [
                    { path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 443 } } } },
                  ],
                },
              },
            ],
          },
        },
      },
      'an Ingress of every host': { object: { spec: { rules: [{ host: null }] } } },
    },
  },
});
