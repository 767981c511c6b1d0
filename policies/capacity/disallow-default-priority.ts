import { isNot } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import priorityClasses from '../engine/targets/capacity/priority-classes';

export default defineRule({
  title: { vi: 'Không lớp ưu tiên nào là mặc định', en: 'no priority class is the default' },
  force: 'block',
  controls: ['d331-30.5-4'],
  why: {
    vi: 'Lớp mặc định cho pod không khai báo cùng ưu tiên với hệ thống quan trọng: lúc thiếu tài nguyên chúng đẩy nhau ra.',
    en: 'A default class gives pods that state nothing the priority of important systems: short of room, they push those out.',
  },
  fix: { vi: 'Bỏ globalDefault hoặc đặt là false.', en: 'Leave globalDefault out, or set it to false.' },
  on: priorityClasses,
  require: ({ globalDefault }) => isNot(globalDefault, true),
  examples: {
    passes: {
      'a class that pods must name': {},
      'a class that says nothing of it': { object: { globalDefault: null } },
    },
    fails: { 'a class for whoever names none': { object: { globalDefault: true } } },
  },
});
