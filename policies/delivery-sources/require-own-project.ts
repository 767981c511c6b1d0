import { not, oneOf, orElse } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import argoApplications from '../engine/targets/delivery/argo-applications';

/** The schema asks for a project, so one that is not written needs no answer. */
export default defineRule({
  title: {
    vi: 'Mọi Application của Argo CD thuộc dự án riêng',
    en: 'every Application of Argo CD belongs to a project of its own',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'd331-30.8'],
  why: {
    vi: 'Dự án default cho phép mọi nguồn, mọi đích, mọi loại đối tượng.',
    en: 'The project default allows every source, every destination and every kind.',
  },
  fix: { vi: 'Đặt project là dự án của hệ thống.', en: 'Set project to the project of the system.' },
  mayBeVacuous: {
    vi: 'Cây GitOps được xuất riêng và không nằm trong tệp cấu hình; cụm có thể không dùng Argo CD.',
    en: 'GitOps trees are exported apart and stand in no assembly; a cluster may do without Argo CD.',
  },
  on: argoApplications,
  require: ({ spec }) => not(oneOf(orElse(spec.project, 'none'), ['default', ''])),
  examples: {
    passes: { 'a project of its own': {} },
    fails: {
      'the project that allows everything': { object: { spec: { project: 'default' } } },
      'an empty name, which is that project': { object: { spec: { project: '' } } },
    },
  },
  equivalents: {
    'requires without the default none in spec.project one of default, ':
      'an absent value meets no test, as the default meets none; the server holds no object without it',
  },
});
