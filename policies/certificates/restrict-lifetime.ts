import { duration } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import certificates from '../engine/targets/engines/certificates';

/** 90 days are a decision of the programme. */
export default defineRule({
  title: { vi: 'Mọi chứng thư sống không quá 90 ngày', en: 'every certificate lives 90 days at most' },
  force: 'block',
  controls: ['tcvn-14423-5.4.2-keys', 'tcvn-14423-5.12-protocols'],
  why: {
    vi: 'Khóa bị đánh cắp dùng được đến hết hạn chứng thư; việc thu hồi thì nhiều máy khách không kiểm tra.',
    en: 'A stolen key is of use until its certificate ends; many clients never ask whether it was withdrawn.',
  },
  fix: { vi: 'Đặt duration từ 2160h trở xuống.', en: 'Set duration to 2160h or less.' },
  on: certificates,
  require: ({ spec }) => duration(spec.duration, { atMost: '2160h' }),
  examples: {
    passes: { 'a life of 90 days': {} },
    fails: {
      'a life of 90 days and a second': { object: { spec: { duration: '2160h0m1s' } } },
      'a life left to the default of the authority': { object: { spec: { duration: null } } },
    },
  },
});
