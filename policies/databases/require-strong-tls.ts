import { entry, oneOf } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import postgresClusters from '../engine/targets/engines/postgres-clusters';

export default defineRule({
  title: { vi: 'Cơ sở dữ liệu chỉ nhận TLS 1.2 trở lên', en: 'databases take TLS 1.2 or newer alone' },
  force: 'block',
  controls: ['tcvn-14423-5.4.2.4b', 'tcvn-14423-5.12-protocols', 'tcvn-14423-6.12.2.3', 'd356-12.2'],
  why: {
    vi: 'TLS cũ có lỗ hổng đã công bố; máy khách cũ kéo cả kết nối xuống mức đó.',
    en: 'Old TLS has published holes, and an old client draws the connection down to it.',
  },
  fix: {
    vi: 'Đặt ssl_min_protocol_version là TLSv1.2 hoặc TLSv1.3.',
    en: 'Set ssl_min_protocol_version to TLSv1.2 or TLSv1.3.',
  },
  mayBeVacuous: { vi: 'Quốc gia có thể chưa có cơ sở dữ liệu nào.', en: 'A nation may have no database.' },
  on: postgresClusters,
  require: ({ spec }) => oneOf(entry(spec.postgresql.parameters, 'ssl_min_protocol_version'), ['TLSv1.2', 'TLSv1.3']),
  examples: {
    passes: {
      'TLS 1.3': {},
      'TLS 1.2': { object: { spec: { postgresql: { parameters: { ssl_min_protocol_version: 'TLSv1.2' } } } } },
    },
    fails: {
      'TLS 1.1': { object: { spec: { postgresql: { parameters: { ssl_min_protocol_version: 'TLSv1.1' } } } } },
      'a version left to the operator': {
        object: { spec: { postgresql: { parameters: { ssl_min_protocol_version: null } } } },
      },
    },
  },
});
