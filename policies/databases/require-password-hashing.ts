import { entry, is, orElse } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import postgresClusters from '../engine/targets/engines/postgres-clusters';

export default defineRule({
  title: {
    vi: 'Mật khẩu của cơ sở dữ liệu được băm bằng SCRAM-SHA-256',
    en: 'passwords of databases are hashed by SCRAM-SHA-256',
  },
  force: 'block',
  controls: ['tcvn-14423-3.4.2.4', 'tcvn-14423-4.4.2.4', 'tcvn-14423-6.12.2.3'],
  why: {
    vi: 'Bảng mật khẩu md5 bị dò ra trong vài giờ, và chính mã băm dùng được để đăng nhập.',
    en: 'A table of md5 hashes is cracked within hours, and the hash itself signs in.',
  },
  fix: {
    vi: 'Đặt password_encryption là scram-sha-256, hoặc bỏ tham số này.',
    en: 'Set password_encryption to scram-sha-256, or leave it out.',
  },
  mayBeVacuous: { vi: 'Quốc gia có thể chưa có cơ sở dữ liệu nào.', en: 'A nation may have no database.' },
  on: postgresClusters,
  require: ({ spec }) =>
    is(orElse(entry(spec.postgresql.parameters, 'password_encryption'), 'scram-sha-256'), 'scram-sha-256'),
  examples: {
    passes: {
      'SCRAM-SHA-256': {},
      'the default of PostgreSQL': { object: { spec: { postgresql: { parameters: { password_encryption: null } } } } },
    },
    fails: { md5: { object: { spec: { postgresql: { parameters: { password_encryption: 'md5' } } } } } },
  },
});
