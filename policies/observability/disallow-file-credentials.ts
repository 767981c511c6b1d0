import { absent, all, every } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import serviceMonitors from '../engine/targets/engines/service-monitors';

export default defineRule({
  title: {
    vi: 'Giám sát không đọc tệp trên máy của Prometheus',
    en: 'monitors read no files of the host of Prometheus',
  },
  force: 'block',
  controls: ['tcvn-14423-3.6.2.4'],
  why: {
    vi: 'Ai khai báo đường dẫn tệp thì buộc Prometheus gửi tệp đó, kể cả token của chính nó, tới máy chủ do họ chọn.',
    en: 'Whoever states a path makes Prometheus send that file, its own token included, to a host of their choice.',
  },
  fix: {
    vi: 'Thay bearerTokenFile, caFile, certFile, keyFile bằng tham chiếu Secret trong cùng không gian tên.',
    en: 'Replace bearerTokenFile, caFile, certFile and keyFile by references to Secrets of the namespace.',
  },
  on: serviceMonitors,
  require: ({ spec }) =>
    every(spec.endpoints, ({ bearerTokenFile, tlsConfig }) =>
      all(absent(bearerTokenFile), absent(tlsConfig.caFile), absent(tlsConfig.certFile), absent(tlsConfig.keyFile)),
    ),
  examples: {
    passes: { 'no files': {} },
    fails: {
      'a file in caFile': { object: { spec: { endpoints: [{ tlsConfig: { caFile: '/etc/tls/file.pem' } }] } } },
      'a file in certFile': { object: { spec: { endpoints: [{ tlsConfig: { certFile: '/etc/tls/file.pem' } }] } } },
      'a file in keyFile': { object: { spec: { endpoints: [{ tlsConfig: { keyFile: '/etc/tls/file.pem' } }] } } },
      'a token of Prometheus itself': {
        object: { spec: { endpoints: [{ bearerTokenFile: '/var/run/secrets/kubernetes.io/serviceaccount/token' }] } },
      },
      'a token in a second endpoint': {
        object: {
          spec: {
            endpoints: [{}, { port: 'more', bearerTokenFile: '/var/run/secrets/kubernetes.io/serviceaccount/token' }],
          },
        },
      },
    },
  },
});
