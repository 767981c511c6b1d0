import { duration } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import certificates from '../engine/targets/engines/certificates';

/** 90 days are a decision of the programme; cert-manager issues for nothing shorter than an hour. */
export default defineRule({
  title: { vi: 'Mọi chứng thư sống không quá 90 ngày', en: 'every certificate lives 90 days at most' },
  force: 'block',
  controls: ['tcvn-14423-5.4.2-keys', 'tcvn-14423-5.12-protocols'],
  why: {
    vi: 'Khóa bị đánh cắp dùng được đến hết hạn chứng thư; việc thu hồi thì nhiều máy khách không kiểm tra.',
    en: 'A stolen key is of use until its certificate ends; many clients never ask whether it was withdrawn.',
  },
  fix: { vi: 'Đặt duration từ 1h đến 2160h.', en: 'Set duration from 1h to 2160h.' },
  on: certificates,
  require: ({ spec }) => duration(spec.duration, { atLeast: '1h', atMost: '2160h' }),
  examples: {
    passes: { 'a life of 90 days': {}, 'a life of an hour': { object: { spec: { duration: '1h' } } } },
    fails: {
      'a life of a second less than an hour': { object: { spec: { duration: '59m59s' } } },
      'a life of 90 days and a second': { object: { spec: { duration: '2160h0m1s' } } },
      'a life left to the default of the authority': { object: { spec: { duration: null } } },
    },
  },
  equivalents: {
    'requires absent counts in spec.duration at least 1h': 'the upper bound refuses an absent one',
    'requires absent counts in spec.duration at most 2160h': 'the lower bound refuses an absent one',
  },
});
