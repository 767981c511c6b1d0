import { valueAt } from '../../resources/json-path';
import { definePolicy, fail, pass } from '../define-policy';
import { resourceSubjects } from '../subjects';

export default definePolicy({
  title: {
    vi: 'Không ai đăng nhập cơ sở dữ liệu bằng tài khoản superuser',
    en: 'nobody signs in to a database as its superuser',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4', 'tcvn-14423-6.6.2.3-privileged'],
  why: {
    vi: 'Superuser tắt được nhật ký kiểm toán và đọc mọi dữ liệu mà không để lại dấu vết.',
    en: 'The superuser switches the audit log off and reads all data without a trace.',
  },
  fix: { vi: 'Đặt enableSuperuserAccess là false.', en: 'Set enableSuperuserAccess to false.' },
  mayBeVacuous: { vi: 'Quốc gia có thể chưa có cơ sở dữ liệu nào.', en: 'A nation may have no database.' },
  subjects: ({ view }) => resourceSubjects(view.resources.ofKind('Cluster', 'postgresql.cnpg.io/')),
  check({ of: { body } }) {
    // The operator's default is false; it is written all the same, so that nobody has to know.
    const value = valueAt(body, 'spec', 'enableSuperuserAccess');
    return value === false ? pass : fail('spec.enableSuperuserAccess', JSON.stringify(value ?? null), 'false');
  },
});
