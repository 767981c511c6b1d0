import { isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import apiServices from '../engine/targets/engines/api-services';

export default defineRule({
  title: {
    vi: 'Máy chủ API kiểm tra chứng thư của mọi phần mở rộng',
    en: 'the API server checks the certificate of every extension',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12-protocols', 'tcvn-14423-5.4.2.4b', 'tcvn-14423-6.12.2.3'],
  why: {
    vi: 'Không kiểm tra thì kẻ đứng giữa trả lời thay phần mở rộng, và nhận mọi yêu cầu của quản trị viên tới nó.',
    en: 'Unchecked, whoever stands between answers for the extension, and receives what administrators ask of it.',
  },
  fix: {
    vi: 'Bỏ insecureSkipTLSVerify; ghi CA của phần mở rộng trong caBundle.',
    en: 'Take insecureSkipTLSVerify away; write the CA of the extension in caBundle.',
  },
  mayBeVacuous: { vi: 'Cụm có thể không có phần mở rộng API.', en: 'A cluster may have no extension of its API.' },
  on: apiServices,
  require: ({ spec }) => isNot(spec.insecureSkipTLSVerify, true),
  examples: {
    passes: {
      'an extension that is checked': {},
      'the default, which is a check': { object: { spec: { insecureSkipTLSVerify: null } } },
    },
    fails: { 'an extension that nobody checks': { object: { spec: { insecureSkipTLSVerify: true } } } },
  },
});
