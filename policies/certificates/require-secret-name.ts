import { isNot, orElse } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import certificates from '../engine/targets/engines/certificates';

export default defineRule({
  title: {
    vi: 'Mọi chứng thư nêu Secret giữ khóa của nó',
    en: 'every certificate names the Secret that holds its key',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12-protocols', 'tcvn-14423-5.4.2.4b', 'tcvn-14423-5.4.2-keys'],
  why: {
    vi: 'Không nêu Secret thì chứng thư không bao giờ được cấp, và dịch vụ chạy không có TLS hoặc không chạy.',
    en: 'Without a Secret the certificate is never issued, and the service runs without TLS or not at all.',
  },
  fix: { vi: 'Ghi tên Secret trong secretName.', en: 'Write the name of the Secret in secretName.' },
  on: certificates,
  require: ({ spec }) => isNot(orElse(spec.secretName, ''), ''),
  examples: {
    passes: { 'a Secret by name': {} },
    fails: {
      'an empty name': { object: { spec: { secretName: '' } } },
      'no name, which API servers refuse by themselves': { object: { spec: { secretName: null } } },
    },
  },
});
