import { all, any, every, is, some, text } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import postgresClusters from '../engine/targets/engines/postgres-clusters';

/** What no encrypted connection matches, and every other one does. */
const REJECT = 'hostnossl all all all reject';

/** The first line of pg_hba that matches decides; fixed lines of the operator, encrypted or local, stand before ours. */
export default defineRule({
  title: { vi: 'Cơ sở dữ liệu từ chối mọi kết nối không mã hóa', en: 'databases refuse every connection in the clear' },
  force: 'block',
  controls: ['tcvn-14423-5.4.2.4b', 'tcvn-14423-5.12-protocols', 'tcvn-14423-6.12.2.3', 'd356-12.2'],
  why: {
    vi: 'CloudNativePG thêm một dòng host vào cuối pg_hba: không có dòng reject thì kết nối không mã hóa vẫn vào được.',
    en: 'CloudNativePG adds a host line at the end of pg_hba: without a line that rejects, connections in the clear still come in.',
  },
  fix: {
    vi: 'Ghi "hostnossl all all all reject" trong pg_hba; mọi dòng khác bắt đầu bằng hostssl.',
    en: 'Write "hostnossl all all all reject" in pg_hba, and begin every other line with hostssl.',
  },
  mayBeVacuous: { vi: 'Quốc gia có thể chưa có cơ sở dữ liệu nào.', en: 'A nation may have no database.' },
  on: postgresClusters,
  require: ({ spec: { postgresql } }) =>
    all(
      some(postgresql.pg_hba, (line) => is(line, REJECT)),
      every(postgresql.pg_hba, (line) => any(is(line, REJECT), text(line, 'starts-with', 'hostssl '))),
    ),
  examples: {
    passes: { 'encrypted lines, and the rest rejected': {} },
    fails: {
      'encrypted lines alone, which the operator adds to': { object: { spec: { postgresql: { pg_hba: [null] } } } },
      'no lines': { object: { spec: { postgresql: { pg_hba: [] } } } },
      'lines left to the operator': { object: { spec: { postgresql: { pg_hba: null } } } },
      'a line that takes both': {
        object: {
          spec: {
            postgresql: {
              pg_hba: ['hostnossl all all all reject', 'hostssl all all all cert', 'host all all all scram-sha-256'],
            },
          },
        },
      },
      'a line with a typing error': {
        object: { spec: { postgresql: { pg_hba: ['hostnossl all all all reject', 'ostssl all all all cert'] } } },
      },
      'a line without a space': {
        object: { spec: { postgresql: { pg_hba: ['hostnossl all all all reject', 'hostsslall all all cert'] } } },
      },
    },
  },
});
