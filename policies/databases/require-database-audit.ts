import { textAt } from '../../resources/json-path';
import { definePolicy, fail, pass } from '../define-policy';
import { resourceSubjects } from '../subjects';

/** Classes of statements of pgAudit that change data, its structure, or who may do what. */
const CLASSES = ['write', 'ddl', 'role'] as const;

export default definePolicy({
  title: {
    vi: 'Cơ sở dữ liệu ghi nhật ký kết nối, và ai ghi dữ liệu, đổi cấu trúc, đổi quyền',
    en: 'databases log connections, and who writes data, changes structure and changes rights',
  },
  force: 'block',
  controls: ['tcvn-14423-6.8.2.1a-fields', 'tcvn-14423-6.8.2.1a-types', 'd165-audit'],
  why: {
    vi: 'Không có nhật ký thao tác dữ liệu thì không biết ai đã sửa hồ sơ của người dân.',
    en: 'Without a log of operations nobody can tell who changed a citizen’s record.',
  },
  fix: {
    vi: 'Đặt pgaudit.log là write, ddl, role và bật log_connections, log_disconnections.',
    en: 'Set pgaudit.log to write, ddl, role, and switch log_connections and log_disconnections on.',
  },
  mayBeVacuous: { vi: 'Quốc gia có thể chưa có cơ sở dữ liệu nào.', en: 'A nation may have no database.' },
  subjects: ({ view }) => resourceSubjects(view.resources.ofKind('Cluster', 'postgresql.cnpg.io/')),
  check({ of: { body } }) {
    const parameter = (name: string): string | undefined => textAt(body, 'spec', 'postgresql', 'parameters', name);
    const logged = (parameter('pgaudit.log') ?? '').split(',').map((one) => one.trim());
    const missing = logged.includes('all') ? undefined : CLASSES.find((one) => !logged.includes(one));
    if (missing !== undefined) return fail('pgaudit.log', parameter('pgaudit.log') ?? 'not set', CLASSES.join(', '));
    const off = ['log_connections', 'log_disconnections'].find((one) => parameter(one) !== 'on');
    return off === undefined ? pass : fail(off, parameter(off) ?? 'not set', 'on');
  },
});
