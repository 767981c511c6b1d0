import { labels } from '../../model/naming';
import { entry, exists, oneOf } from '../engine/language/combinators';
import { defineRule } from '../engine/language/define-rule';
import namespaces from '../engine/targets/access/namespaces';

const LEVELS = ['1', '2', '3', '4', '5'] as const;

/** Rules that ask for a level and those above it compare with these texts. */
export default defineRule({
  title: {
    vi: 'Nhãn cấp độ của không gian tên là một số từ 1 đến 5',
    en: 'the level of a namespace is a number from 1 to 5',
  },
  force: 'block',
  controls: ['law-116-8.1'],
  why: {
    vi: 'Quy tắc theo cấp độ không nhận ra giá trị khác, nên hệ thống cấp độ cao bị bảo vệ như cấp độ thấp nhất.',
    en: 'Rules of levels don’t know another value, so a system of a high level is guarded like the lowest.',
  },
  fix: {
    vi: `Đặt nhãn ${labels.level} là 1, 2, 3, 4 hoặc 5, đúng cấp độ đã được phê duyệt.`,
    en: `Set the label ${labels.level} to 1, 2, 3, 4 or 5, as the level was approved.`,
  },
  on: namespaces,
  when: (namespace) => exists(entry(namespace.metadata.labels, labels.level)),
  require: (namespace) => oneOf(entry(namespace.metadata.labels, labels.level), LEVELS),
  examples: {
    passes: Object.fromEntries(
      LEVELS.map((level) => [
        `a namespace of level ${level}`,
        { object: { metadata: { labels: { [labels.level]: level } } } },
      ]),
    ),
    fails: {
      'a level that the law doesn’t know': { object: { metadata: { labels: { [labels.level]: '6' } } } },
      'a level in other words': { object: { metadata: { labels: { [labels.level]: 'cap-do-3' } } } },
    },
    ignores: {
      'a namespace without a level': { object: { metadata: { labels: { [labels.level]: null } } } },
    },
  },
  equivalents: {
    'requires absent counts in metadata.labels.ndc.gov.vn/level one of 1, 2, 3, 4, 5':
      'the rule doesn’t apply where the label is absent',
  },
});
