import { all, entry, is } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import postgresClusters from '../engine/targets/engines/postgres-clusters';

export default defineRule({
  title: {
    vi: 'Cơ sở dữ liệu ghi nhật ký mọi lần kết nối và ngắt kết nối',
    en: 'databases log every connection and its end',
  },
  force: 'block',
  controls: ['tcvn-14423-6.8.2.1a-fields', 'tcvn-14423-6.8.2.1a-types', 'd165-audit'],
  why: {
    vi: 'Nhật ký thao tác không nói ai đã vào từ đâu: điều tra dừng ở tên tài khoản chung.',
    en: 'A log of operations doesn’t say who came from where: an inquiry ends at a shared account.',
  },
  fix: {
    vi: 'Đặt log_connections và log_disconnections là on.',
    en: 'Set log_connections and log_disconnections to on.',
  },
  mayBeVacuous: { vi: 'Quốc gia có thể chưa có cơ sở dữ liệu nào.', en: 'A nation may have no database.' },
  on: postgresClusters,
  require: ({ spec: { postgresql } }) =>
    all(
      is(entry(postgresql.parameters, 'log_connections'), 'on'),
      is(entry(postgresql.parameters, 'log_disconnections'), 'on'),
    ),
  examples: {
    passes: { 'both logged': {} },
    fails: {
      'connections without a log': { object: { spec: { postgresql: { parameters: { log_connections: 'off' } } } } },
      'ends without a log': { object: { spec: { postgresql: { parameters: { log_disconnections: 'off' } } } } },
      'connections left to the default': {
        object: { spec: { postgresql: { parameters: { log_connections: null } } } },
      },
      'ends left to the default': { object: { spec: { postgresql: { parameters: { log_disconnections: null } } } } },
    },
  },
});
