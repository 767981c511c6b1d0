import { all, duration } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import certificates from '../engine/targets/engines/certificates';

/** The margins are a decision of the programme. Both bounds together keep the renewal within the life. */
export default defineRule({
  title: {
    vi: 'Chứng thư được gia hạn trước khi hết hạn từ 10 đến 30 ngày, và sống ít nhất 45 ngày',
    en: 'certificates are renewed 10 to 30 days before they end, and live 45 days at least',
  },
  force: 'block',
  controls: ['tcvn-14423-5.4.2-keys', 'd331-30.5-4'],
  why: {
    vi: 'Gia hạn sát ngày hết hạn thì một sự cố cuối tuần ở nơi cấp làm dịch vụ dừng; gia hạn sớm hơn cả đời chứng thư thì gia hạn mãi không nghỉ.',
    en: 'Renewed on its last day, one bad weekend at the authority stops the service; renewed earlier than it lives, it is renewed without end.',
  },
  fix: {
    vi: 'Đặt renewBefore từ 240h đến 720h, và duration từ 1080h.',
    en: 'Set renewBefore from 240h to 720h, and duration to 1080h or more.',
  },
  on: certificates,
  require: ({ spec }) =>
    all(duration(spec.renewBefore, { atLeast: '240h', atMost: '720h' }), duration(spec.duration, { atLeast: '1080h' })),
  examples: {
    passes: {
      'renewed 30 days ahead': {},
      'renewed 10 days ahead': { object: { spec: { renewBefore: '240h' } } },
      'a life of 45 days': { object: { spec: { duration: '1080h' } } },
    },
    fails: {
      'renewed a second too late': { object: { spec: { renewBefore: '239h59m59s' } } },
      'renewed a second too early': { object: { spec: { renewBefore: '720h0m1s' } } },
      'renewed when the default says': { object: { spec: { renewBefore: null } } },
      'a life of a second less than 45 days': { object: { spec: { duration: '1079h59m59s' } } },
      'a life left to the default': { object: { spec: { duration: null } } },
    },
  },
  equivalents: {
    'requires absent counts in spec.renewBefore at least 240h': 'the upper bound refuses an absent one',
    'requires absent counts in spec.renewBefore at most 720h': 'the lower bound refuses an absent one',
  },
});
