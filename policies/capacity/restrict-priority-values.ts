import { atMost, orElse } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import priorityClasses from '../engine/targets/capacity/priority-classes';

/** Value of the class `platform-critical`. */
const PLATFORM_PRIORITY = 1_000_000;

/** Twin of `resilience/require-priority-classes`, which asks that the classes of levels are there, in order. */
export default defineRule({
  title: {
    vi: 'Không lớp ưu tiên nào cao hơn lớp của nền tảng',
    en: 'no priority class stands above that of the platform',
  },
  force: 'block',
  controls: ['d331-30.5-4'],
  why: {
    vi: 'Lớp cao hơn đẩy được cả nhật ký, sao lưu và mạng của nền tảng ra khỏi nút.',
    en: 'A higher class pushes logging, backup and network of the platform off their nodes.',
  },
  fix: {
    vi: 'Dùng lớp theo cấp độ có sẵn, hoặc đặt value không quá 1000000.',
    en: 'Use the class of the level, or set value to 1000000 at most.',
  },
  on: priorityClasses,
  require: ({ value }) => atMost(orElse(value, 0), PLATFORM_PRIORITY),
  examples: {
    passes: {
      'a class of systems': {},
      'the class of the platform': { object: { value: 1_000_000 } },
      'a class without a value, which is the lowest': { object: { value: null } },
    },
    fails: { 'a class just above': { object: { value: 1_000_001 } } },
  },
});
