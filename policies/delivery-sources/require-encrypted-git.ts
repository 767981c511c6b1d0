import { any, orElse, text } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import gitRepositories from '../engine/targets/delivery/git-repositories';

export default defineRule({
  title: { vi: 'Flux kéo kho Git qua https hoặc ssh', en: 'Flux pulls Git repositories over https or ssh' },
  force: 'block',
  controls: ['tcvn-14423-5.12-protocols', 'tcvn-14423-5.4.2.4b', 'tcvn-14423-6.12.2.3'],
  why: {
    vi: 'Kéo qua http thì ai đứng giữa đường cũng sửa được cấu hình trước khi nó tới cụm.',
    en: 'Over http, whoever stands on the way changes the configuration before it reaches the cluster.',
  },
  fix: { vi: 'Đổi url sang https:// hoặc ssh://.', en: 'Change the url to https:// or ssh://.' },
  mayBeVacuous: {
    vi: 'Cây GitOps được xuất riêng và không nằm trong tệp cấu hình; cụm có thể không dùng Flux.',
    en: 'GitOps trees are exported apart and stand in no assembly; a cluster may do without Flux.',
  },
  on: gitRepositories,
  require: ({ spec }) =>
    any(text(orElse(spec.url, ''), 'matches', '^https://'), text(orElse(spec.url, ''), 'matches', '^ssh://')),
  examples: {
    passes: { https: {}, ssh: { object: { spec: { url: 'ssh://git@git.example.vn/web' } } } },
    fails: {
      http: { object: { spec: { url: 'http://git.example.vn/web' } } },
      'http with another address inside': {
        object: { spec: { url: 'http://proxy.example.vn/https://git.example.vn' } },
      },
      'http with an ssh address inside': { object: { spec: { url: 'http://proxy.example.vn/ssh://git.example.vn' } } },
    },
  },
  equivalents: {
    'requires without the default  in spec.url a text like ^https://':
      'an absent value meets no test, as the default meets none; the server holds no object without it',
    'requires without the default  in spec.url a text like ^ssh://':
      'an absent value meets no test, as the default meets none; the server holds no object without it',
  },
});
