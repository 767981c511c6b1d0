import { all, countAtLeast, every, not, text } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import veleroSchedules from '../engine/targets/engines/velero-schedules';

/** Twin of `backup/restrict-schedule-scope`, which asks that the namespaces are those of the system. */
export default defineRule({
  title: {
    vi: 'Mọi lịch sao lưu nêu từng không gian tên',
    en: 'every backup schedule names its namespaces one by one',
  },
  force: 'block',
  controls: ['d331-30.8', 'tcvn-14423-5.4.2.7', 'tcvn-14423-3.11.2.1a'],
  why: {
    vi: 'Lịch không nêu tên lấy cả cụm: dữ liệu của cơ quan khác nằm trong bản sao mà cơ quan này được khôi phục.',
    en: 'A schedule without names takes the whole cluster: data of other agencies lies in a copy that this one restores.',
  },
  fix: {
    vi: 'Ghi từng không gian tên của hệ thống trong includedNamespaces.',
    en: 'Write each namespace of the system in includedNamespaces.',
  },
  mayBeVacuous: {
    vi: 'Quốc gia có thể để nơi khác sao lưu mọi hệ thống.',
    en: 'A nation may have all of its backups managed elsewhere.',
  },
  on: veleroSchedules,
  require: ({ spec: { template } }) =>
    all(
      countAtLeast(template.includedNamespaces, 1),
      every(template.includedNamespaces, (name) => not(text(name, 'contains', '*'))),
    ),
  examples: {
    passes: {
      'one namespace': {},
      'two namespaces': {
        object: { spec: { template: { includedNamespaces: ['example-web-server', 'example-web-database'] } } },
      },
    },
    fails: {
      'every namespace': { object: { spec: { template: { includedNamespaces: ['*'] } } } },
      'every namespace of a name, beside one': {
        object: { spec: { template: { includedNamespaces: ['example-web-server', 'example-*'] } } },
      },
      'an empty list, which is every one': { object: { spec: { template: { includedNamespaces: [] } } } },
      'the default, which is every one': { object: { spec: { template: { includedNamespaces: null } } } },
    },
  },
});
