import { any, every, text } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import postgresClusters from '../engine/targets/engines/postgres-clusters';

const METHODS = ['scram-sha-256', 'cert', 'reject'] as const;

export default defineRule({
  title: {
    vi: 'Máy khách đăng nhập cơ sở dữ liệu bằng SCRAM-SHA-256 hoặc chứng thư',
    en: 'clients sign in to databases by SCRAM-SHA-256 or a certificate',
  },
  force: 'block',
  controls: ['tcvn-14423-6.12.2.3', 'tcvn-14423-5.12-protocols', 'tcvn-14423-3.6.2.4'],
  why: {
    vi: 'trust không hỏi mật khẩu; password gửi mật khẩu rõ; md5 bị dò ra từ một gói tin.',
    en: 'trust asks for no password, password sends it in the clear, and md5 is cracked from one packet.',
  },
  fix: {
    vi: 'Kết thúc mỗi dòng pg_hba bằng scram-sha-256, cert hoặc reject.',
    en: 'End each line of pg_hba with scram-sha-256, cert or reject.',
  },
  mayBeVacuous: { vi: 'Quốc gia có thể chưa có cơ sở dữ liệu nào.', en: 'A nation may have no database.' },
  on: postgresClusters,
  require: ({ spec }) =>
    every(spec.postgresql.pg_hba, (line) => any(...METHODS.map((method) => text(line, 'ends-with', ` ${method}`)))),
  examples: {
    passes: {
      'passwords that are never sent': {},
      certificates: { object: { spec: { postgresql: { pg_hba: ['hostssl all all all cert'] } } } },
      'lines left to the operator': { object: { spec: { postgresql: { pg_hba: null } } } },
    },
    fails: {
      'no password': { object: { spec: { postgresql: { pg_hba: ['hostssl all all all trust'] } } } },
      'md5 after a line that is sound': {
        object: { spec: { postgresql: { pg_hba: ['hostssl all all all cert', 'hostssl all all all md5'] } } },
      },
      'the unknown method xscram-sha-256': {
        object: { spec: { postgresql: { pg_hba: ['hostssl all all allxscram-sha-256'] } } },
      },
      'the unknown method scram-sha-25': {
        object: { spec: { postgresql: { pg_hba: ['hostssl all all all scram-sha-25'] } } },
      },
      'the unknown method xcert': { object: { spec: { postgresql: { pg_hba: ['hostssl all all allxcert'] } } } },
      'the unknown method cer': { object: { spec: { postgresql: { pg_hba: ['hostssl all all all cer'] } } } },
      'the unknown method xreject': { object: { spec: { postgresql: { pg_hba: ['hostssl all all allxreject'] } } } },
      'the unknown method rejec': { object: { spec: { postgresql: { pg_hba: ['hostssl all all all rejec'] } } } },
    },
  },
});
