import { canonicalJson } from '../../../../../model/canonical-json';
import type { Condition, ValueTree } from '../../../../../policies/engine/language/tree';

/** What a mutation does to a condition by its definition; `any` where that depends on what stands there. */
export type KnownDirection = 'looser' | 'stricter' | 'any';

/** What was done to one place of a condition, and which way that moves the whole. */
export interface KnownMutation {
  readonly operator: string;
  readonly direction: KnownDirection;
}

/**
 * Tells a mutation from the two conditions alone. Negation turns around which way a part moves the whole; everything
 * else keeps it, since all, any, every and some never fall when a part of theirs rises (false < unknown < true).
 */
export function knownMutation(before: Condition, after: Condition): KnownMutation {
  const inner = onlyDifference(before, after);
  if (inner !== undefined) {
    const { operator, direction } = knownMutation(...inner.pair);
    return { operator, direction: inner.isTurned ? turned(direction) : direction };
  }
  return ownMutation(before, after);
}

function turned(direction: KnownDirection): KnownDirection {
  return direction === 'any' ? 'any' : direction === 'looser' ? 'stricter' : 'looser';
}

interface Inner {
  readonly pair: readonly [Condition, Condition];
  readonly isTurned: boolean;
}

/** The one part in which two conditions differ, when all around it is the same. */
function onlyDifference(before: Condition, after: Condition): Inner | undefined {
  if (before.kind === 'not' && after.kind === 'not') return { pair: [before.of, after.of], isTurned: true };
  if ((before.kind === 'all' || before.kind === 'any') && before.kind === after.kind) {
    if (before.of.length !== after.of.length) return undefined;
    const at = before.of.findIndex((one, index) => !isEqual(one, after.of[index]));
    const [one, other] = [before.of[at], after.of[at]];
    return one === undefined || other === undefined ? undefined : { pair: [one, other], isTurned: false };
  }
  if (before.kind !== 'every' && before.kind !== 'some') return undefined;
  if (after.kind !== before.kind || isEqual(before.body, after.body)) return undefined;
  return { pair: [before.body, after.body], isTurned: false };
}

function ownMutation(before: Condition, after: Condition): KnownMutation {
  const of = (operator: string, direction: KnownDirection = 'any'): KnownMutation => ({ operator, direction });
  if (before.kind === 'not' && isEqual(before.of, after)) return of('negation dropped');
  if (after.kind === 'not' && isEqual(after.of, before)) return of('negated');
  if (before.kind === 'all' && after.kind === 'all') return of('part of all dropped', 'looser');
  if (before.kind === 'any' && after.kind === 'any') return of('part of any dropped', 'stricter');
  if (before.kind === 'every' && after.kind === 'some') return of('some instead of every');
  if (before.kind === 'some' && after.kind === 'every') return of('every instead of some');
  if (before.kind === 'every' && after.kind === 'every') return of('list of every dropped', 'looser');
  if (before.kind === 'some' && after.kind === 'some') return of('list of some dropped', 'stricter');
  if (before.kind === 'count' && after.kind === 'count')
    return of(
      'count moved by one',
      (before.order === 'at-least') === after.number < before.number ? 'looser' : 'stricter',
    );
  if (before.kind === 'test' && after.kind === 'any') return of('absent counts', 'looser');
  if (before.kind !== 'test' || after.kind !== 'test') throw new Error(`an unknown mutation of ${before.kind}`);
  if (!isEqual(before.value, after.value)) return of('default dropped');
  return of(`operand of ${before.test}`, operandDirection(before, after.operand));
}

function operandDirection(
  { test, operand }: Extract<Condition, { kind: 'test' }>,
  altered: Extract<Condition, { kind: 'test' }>['operand'],
): KnownDirection {
  if (test === 'in') return 'stricter';
  if (test === 'at-least' || test === 'prefix-at-least')
    return Number(altered) < Number(operand) ? 'looser' : 'stricter';
  if (test === 'at-most') return Number(altered) > Number(operand) ? 'looser' : 'stricter';
  if (test === 'contains' || test === 'matches') return 'looser';
  if (test === 'starts-with') return String(operand).startsWith(String(altered)) ? 'looser' : 'any';
  if (test === 'ends-with') return String(operand).endsWith(String(altered)) ? 'looser' : 'any';
  return 'any';
}

function isEqual(one: Condition | ValueTree | undefined, other: Condition | ValueTree | undefined): boolean {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null);
}
