import type { Literal } from '../literal';
import { IS_FALSE, IS_TRUE } from '../truth-set';
import { tryLiteralPattern } from './literal-pattern';

/** Something that a text has: it begins, ends or is as stated, holds it, or is of a pattern that nobody looks into. */
interface Part {
  readonly kind: 'start' | 'end' | 'whole' | 'inside' | 'pattern';
  readonly text: string;
}

/** Whether some text may have every part that it must have, and none that it must not. */
export function isTextPossible(literals: readonly Literal[]): boolean {
  const stated = literals.map((one) => ({ part: partOf(one), answers: one.answers & (IS_TRUE | IS_FALSE) }));
  if (stated.some(({ answers }) => answers === 0)) return false;
  const had = stated.filter(({ answers }) => answers === IS_TRUE).map(({ part }) => part);
  const lacked = stated.filter(({ answers }) => answers === IS_FALSE).map(({ part }) => part);
  return !had.some((one) => had.some((other) => areApart(one, other)) || lacked.some((other) => follows(one, other)));
}

function partOf({ test, operand }: Literal): Part {
  const text = String(operand);
  if (test === 'starts-with') return { kind: 'start', text };
  if (test === 'ends-with') return { kind: 'end', text };
  if (test === 'contains') return { kind: 'inside', text };
  const literal = tryLiteralPattern(text);
  if (literal === undefined) return { kind: 'pattern', text };
  const { isStart, isEnd } = literal;
  return { kind: isStart ? (isEnd ? 'whole' : 'start') : isEnd ? 'end' : 'inside', text: literal.text };
}

/** Whether no text has both parts. */
function areApart(one: Part, other: Part): boolean {
  if (one.kind === 'start' && other.kind === 'start')
    return !one.text.startsWith(other.text) && !other.text.startsWith(one.text);
  if (one.kind === 'end' && other.kind === 'end')
    return !one.text.endsWith(other.text) && !other.text.endsWith(one.text);
  return one.kind === 'whole' && other.kind !== 'pattern' && !follows(one, other);
}

/** Whether every text that has the one part has the other too. */
function follows(one: Part, other: Part): boolean {
  if (one.kind === 'pattern' || other.kind === 'pattern')
    return one.kind === other.kind && (one.text === other.text || isLessAnchored(other.text, one.text));
  switch (other.kind) {
    case 'start':
      return (one.kind === 'start' || one.kind === 'whole') && one.text.startsWith(other.text);
    case 'end':
      return (one.kind === 'end' || one.kind === 'whole') && one.text.endsWith(other.text);
    case 'inside':
      return one.text.includes(other.text);
    case 'whole':
      return one.kind === 'whole' && one.text === other.text;
  }
}

/** Whether a pattern is another one without an anchor: patterns have no alternatives that an anchor could belong to. */
function isLessAnchored(pattern: string, than: string): boolean {
  const isAnchoredAtEnd = /(?:^|[^\\])(?:\\\\)*\$$/.test(than);
  const starts = than.startsWith('^') ? [than, than.slice(1)] : [than];
  return starts.some((one) => pattern === one || (isAnchoredAtEnd && pattern === one.slice(0, -1)));
}
