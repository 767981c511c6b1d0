import { every, isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import serviceMonitors from '../engine/targets/engines/service-monitors';

export default defineRule({
  title: {
    vi: 'Chứng thư của dịch vụ được giám sát luôn được kiểm tra',
    en: 'certificates of services that are monitored are checked',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12-protocols', 'tcvn-14423-5.4.2.4b'],
  why: {
    vi: 'Không kiểm tra thì kẻ đứng giữa nhận được token của Prometheus và gửi lại số liệu giả.',
    en: 'Unchecked, whoever stands between gets the token of Prometheus and sends false figures back.',
  },
  fix: {
    vi: 'Bỏ tlsConfig.insecureSkipVerify; ghi CA trong tlsConfig.ca.',
    en: 'Take tlsConfig.insecureSkipVerify away; write the CA in tlsConfig.ca.',
  },
  on: serviceMonitors,
  require: ({ spec }) => every(spec.endpoints, ({ tlsConfig }) => isNot(tlsConfig.insecureSkipVerify, true)),
  examples: {
    passes: {
      'a certificate that is checked': {},
      'the default, which is a check': {
        object: { spec: { endpoints: [{ tlsConfig: { insecureSkipVerify: null } }] } },
      },
    },
    fails: {
      'a certificate that nobody checks': {
        object: { spec: { endpoints: [{ tlsConfig: { insecureSkipVerify: true } }] } },
      },
      'a second one that nobody checks': {
        object: { spec: { endpoints: [{}, { port: 'more', tlsConfig: { insecureSkipVerify: true } }] } },
      },
    },
  },
});
