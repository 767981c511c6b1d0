import { oneOf, some } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import certificates from '../engine/targets/engines/certificates';

export default defineRule({
  title: {
    vi: 'Mọi chứng thư ghi rõ dùng cho máy chủ hay máy khách',
    en: 'every certificate says whether it is for a server or a client',
  },
  force: 'block',
  controls: ['tcvn-14423-5.12-protocols', 'tcvn-14423-5.4.2.4b'],
  why: {
    vi: 'Chứng thư không ghi mục đích thì bị từ chối khi bắt tay TLS, hoặc dùng được vào việc không ai duyệt.',
    en: 'A certificate without a purpose is refused in the TLS handshake, or is used for what nobody approved.',
  },
  fix: { vi: 'Ghi server auth hoặc client auth trong usages.', en: 'Write server auth or client auth in usages.' },
  on: certificates,
  require: ({ spec }) => some(spec.usages, (usage) => oneOf(usage, ['server auth', 'client auth'])),
  examples: {
    passes: { 'a server': {}, 'a client': { object: { spec: { usages: ['digital signature', 'client auth'] } } } },
    fails: {
      'signatures alone': { object: { spec: { usages: ['digital signature', 'key encipherment'] } } },
      'usages left to the default': { object: { spec: { usages: null } } },
    },
  },
});
