import { all, any, entry, is, not, text } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import postgresClusters from '../engine/targets/engines/postgres-clusters';

/** Classes of pgAudit. A minus sign takes a class out of those before it. */
export default defineRule({
  title: {
    vi: 'Cơ sở dữ liệu ghi nhật ký ai ghi dữ liệu, đổi cấu trúc, đổi quyền',
    en: 'databases log who writes data, changes structure and changes rights',
  },
  force: 'block',
  controls: ['tcvn-14423-6.8.2.1a-fields', 'tcvn-14423-6.8.2.1a-types', 'd165-audit'],
  why: {
    vi: 'Không có nhật ký thao tác dữ liệu thì không biết ai đã sửa hồ sơ của người dân.',
    en: 'Without a log of operations nobody can tell who changed a citizen’s record.',
  },
  fix: {
    vi: 'Đặt pgaudit.log là write, ddl, role; không loại trừ lớp nào bằng dấu trừ.',
    en: 'Set pgaudit.log to write, ddl, role, and leave no class out with a minus sign.',
  },
  mayBeVacuous: { vi: 'Quốc gia có thể chưa có cơ sở dữ liệu nào.', en: 'A nation may have no database.' },
  on: postgresClusters,
  require: ({ spec: { postgresql } }) => {
    const logged = entry(postgresql.parameters, 'pgaudit.log');
    const classes = all(...['write', 'ddl', 'role'].map((one) => text(logged, 'contains', one)));
    return any(is(logged, 'all'), all(classes, not(text(logged, 'contains', '-'))));
  },
  examples: {
    passes: {
      'three classes': {},
      'every class': { object: { spec: { postgresql: { parameters: { 'pgaudit.log': 'all' } } } } },
      'three classes among others': {
        object: { spec: { postgresql: { parameters: { 'pgaudit.log': 'ddl,function,role,write' } } } },
      },
    },
    fails: {
      'no log': { object: { spec: { postgresql: { parameters: { 'pgaudit.log': null } } } } },
      'a class that is left out again': {
        object: { spec: { postgresql: { parameters: { 'pgaudit.log': 'write, ddl, role, -function' } } } },
      },
      'a log with rite writ, ddl, role in place of a class': {
        object: { spec: { postgresql: { parameters: { 'pgaudit.log': 'rite writ, ddl, role' } } } },
      },
      'a log with write, dl dd, role in place of a class': {
        object: { spec: { postgresql: { parameters: { 'pgaudit.log': 'write, dl dd, role' } } } },
      },
      'a log with write, ddl, ole rol in place of a class': {
        object: { spec: { postgresql: { parameters: { 'pgaudit.log': 'write, ddl, ole rol' } } } },
      },
      'a log with read, ddl, role in place of a class': {
        object: { spec: { postgresql: { parameters: { 'pgaudit.log': 'read, ddl, role' } } } },
      },
      'a log with write, read, role in place of a class': {
        object: { spec: { postgresql: { parameters: { 'pgaudit.log': 'write, read, role' } } } },
      },
      'a log with write, ddl, read in place of a class': {
        object: { spec: { postgresql: { parameters: { 'pgaudit.log': 'write, ddl, read' } } } },
      },
    },
  },
  equivalents: {
    'requires absent counts in spec.postgresql.parameters.pgaudit.log …write…':
      'the other classes refuse an absent log',
    'requires absent counts in spec.postgresql.parameters.pgaudit.log …ddl…': 'the other classes refuse an absent log',
    'requires absent counts in spec.postgresql.parameters.pgaudit.log …role…': 'the other classes refuse an absent log',
    'requires absent counts in spec.postgresql.parameters.pgaudit.log …-…': 'the classes refuse an absent log',
  },
});
