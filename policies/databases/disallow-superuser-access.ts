import { isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import postgresClusters from '../engine/targets/engines/postgres-clusters';

export default defineRule({
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
  fix: {
    vi: 'Đặt enableSuperuserAccess là false, hoặc bỏ trường này.',
    en: 'Set enableSuperuserAccess to false, or leave it out.',
  },
  mayBeVacuous: { vi: 'Quốc gia có thể chưa có cơ sở dữ liệu nào.', en: 'A nation may have no database.' },
  on: postgresClusters,
  require: ({ spec }) => isNot(spec.enableSuperuserAccess, true),
  examples: {
    passes: { 'no superuser': {}, 'the default, which is none': { object: { spec: { enableSuperuserAccess: null } } } },
    fails: { 'a superuser who may sign in': { object: { spec: { enableSuperuserAccess: true } } } },
  },
});
