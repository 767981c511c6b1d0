import fc from 'fast-check';
import { ruleChangeKinds } from '../../../policies/engine/diff/rule-change';
import type { Review, ReviewContent } from '../../../review/review';
import { content, digest } from './review-kit';

/** What hostile facts and artifacts may call their things. */
const hostileTexts = [
  '<img src=x onerror=alert(1)>',
  '</script><script>alert(1)</script>',
  '</td></tr></table><h1>approved</h1>',
  '</details>\n\n# approved\n\n| a | b |',
  '"><b onclick=alert(1)>',
  '`` ` `code` | cell \\| cell \\\\| | \\',
  '![x](https://evil.example/?q) [a](javascript:alert(1)) <https://evil.example>',
  'https://evil.example www.evil.example @everyone mail@evil.example',
  '**bold** _it_ ~~gone~~ #12 !34 &lt;b&gt; &#60;',
  'gnp.\u202etxt\u2066\u2069\u200b\ufeff',
  'lone \ud800 and \udfff',
  'zero \0 and \x1b[31mred\x1b[0m and \x07',
  'line\r\nline\u2028line\u0085',
  '⟦U+202E⟧',
  'x'.repeat(100_000),
  '|'.repeat(3_000),
  '@'.repeat(3_000),
  '\u202e'.repeat(3_000),
  'Bộ Tài nguyên và Môi trường',
  '',
];

/** Members of a review whose texts are of a fixed list, or digests. */
const FIXED = new Set([
  'goal',
  'scope',
  'class',
  'change',
  'force',
  'verdict',
  'protocol',
  'before',
  'after',
  'direction',
  'formatVersion',
]);

/** Kinds of objects are anybody's words; kinds of changes of rules are a list. */
function isRuleKind(key: string, value: string): boolean {
  return key === 'kind' && ruleChangeKinds.some((one) => one === value);
}

/** The content with so many times its rows, and another text in every place where facts and artifacts give one. */
export function replaceTexts(times: number, textOf: (place: number) => string): ReviewContent {
  let place = 0;
  const replace = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      place += 1;
      return FIXED.has(key) || isRuleKind(key, value) ? value : textOf(place);
    }
    if (Array.isArray(value)) return value.map((one: unknown) => replace(one, key));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, replace(one, name)]));
  };
  const many = Object.entries(content).map(([key, value]: [string, unknown]) => {
    const repeated =
      Array.isArray(value) && key !== 'needs' ? Array.from({ length: times }, () => value as unknown[]).flat() : value;
    return [key, replace(repeated, key)];
  });
  return Object.fromEntries(many) as ReviewContent;
}

/** A review of a content that nobody could sign. */
export function unsigned(hostile: ReviewContent): Review {
  const side = { assembly: digest('1'), rules: digest('2'), objects: 7 };
  return { digest: digest('0'), content: hostile, base: side, head: { ...side, rules: digest('3') } };
}

/** Hostile texts, each place another one, and the number of times that the rows stand. */
export const hostileChoice = fc.record({
  times: fc.constantFrom(1, 1, 2, 7, 20),
  texts: fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...hostileTexts) }, fc.string({ unit: 'binary' })), {
    minLength: 1,
    maxLength: 12,
  }),
});
