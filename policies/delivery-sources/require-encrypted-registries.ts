import { all, any, isNot, orElse, text } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import artifactRepositories from '../engine/targets/delivery/artifact-repositories';

export default defineRule({
  title: { vi: 'Flux kéo gói và chart qua TLS', en: 'Flux pulls artifacts and charts over TLS' },
  force: 'block',
  controls: ['tcvn-14423-5.12-protocols', 'tcvn-14423-5.4.2.4b', 'tcvn-14423-6.12.2.3'],
  why: {
    vi: 'Kéo qua http hoặc bỏ kiểm tra chứng thư thì ai đứng giữa đường cũng thay được gói.',
    en: 'Over http, or unchecked, whoever stands on the way swaps the artifact.',
  },
  fix: {
    vi: 'Đổi url sang https:// hoặc oci://, và bỏ insecure.',
    en: 'Change the url to https:// or oci://, and take insecure away.',
  },
  mayBeVacuous: {
    vi: 'Cây GitOps được xuất riêng và không nằm trong tệp cấu hình; cụm có thể không dùng Flux.',
    en: 'GitOps trees are exported apart and stand in no assembly; a cluster may do without Flux.',
  },
  on: artifactRepositories,
  require: ({ spec }) =>
    all(
      isNot(spec.insecure, true),
      any(text(orElse(spec.url, ''), 'matches', '^https://'), text(orElse(spec.url, ''), 'matches', '^oci://')),
    ),
  examples: {
    passes: {
      'a registry of artifacts': {},
      'a registry that says that it is checked': { object: { spec: { insecure: false } } },
      'a repository of charts': { object: { spec: { url: 'https://charts.example.vn' } } },
    },
    fails: {
      http: { object: { spec: { url: 'http://charts.example.vn' } } },
      'a registry that nobody checks': { object: { spec: { insecure: true } } },
      'http with another address inside': {
        object: { spec: { url: 'http://proxy.example.vn/https://charts.example.vn' } },
      },
      'http with a registry inside': { object: { spec: { url: 'http://proxy.example.vn/oci://charts.example.vn' } } },
    },
  },
  equivalents: {
    'requires without the default  in spec.url a text like ^https://':
      'an absent value meets no test, as the default meets none; the server holds no object without it',
    'requires without the default  in spec.url a text like ^oci://':
      'an absent value meets no test, as the default meets none; the server holds no object without it',
  },
});
