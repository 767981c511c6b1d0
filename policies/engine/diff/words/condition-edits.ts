import { canonicalJson } from '../../../../model/canonical-json';
import type { Condition, QuantifiedCondition } from '../../language/tree';
import { describeCondition } from '../../words/describe-condition';

/** A part of a condition that is written differently: what stood there, and what stands there. */
export interface ConditionEdit {
  /** Empty when it is new. */
  readonly before: string;
  /** Empty when it is gone. */
  readonly after: string;
}

/** The smallest parts of a condition that are written differently; none where both say the same. */
export function conditionEdits(before: Condition | undefined, after: Condition | undefined): readonly ConditionEdit[] {
  if (before === undefined || after === undefined)
    return before === after ? [] : [{ before: wordsOf(before), after: wordsOf(after) }];
  if (isEqual(before, after)) return [];
  const kind = (['all', 'any'] as const).find((one) => isJoined(before, after, one));
  if (kind !== undefined) return partEdits(partsOf(before, kind), partsOf(after, kind), kind);
  if (before.kind === 'not' && after.kind === 'not')
    return conditionEdits(before.of, after.of).map((one) => within('not ', one));
  if (isQuantified(before) && isQuantified(after) && hasSameRange(before, after)) {
    const range = `${before.kind} of ${describeRange(before)}: `;
    return conditionEdits(before.body, after.body).map((one) => within(range, one));
  }
  return [{ before: wordsOf(before), after: wordsOf(after) }];
}

/** Whether both are joined parts of a kind, or one is and the other is one of its parts. */
function isJoined(before: Condition, after: Condition, kind: 'all' | 'any'): boolean {
  if (before.kind === kind && after.kind === kind) return true;
  const [one, other] = [partsOf(before, kind), partsOf(after, kind)];
  return (before.kind === kind || after.kind === kind) && one.some((part) => other.some((same) => isEqual(part, same)));
}

/** The parts of a condition that is joined in a way, those of its parts too; of any other condition, itself. */
function partsOf(condition: Condition, kind: 'all' | 'any'): readonly Condition[] {
  return condition.kind === kind ? condition.of.flatMap((one) => partsOf(one, kind)) : [condition];
}

/** Parts that stand in both are left out; the others are paired in their order, and what is left over is new or gone. */
function partEdits(
  before: readonly Condition[],
  after: readonly Condition[],
  kind: 'all' | 'any',
): readonly ConditionEdit[] {
  const gone = before.filter((one) => !after.some((other) => isEqual(one, other)));
  const fresh = after.filter((one) => !before.some((other) => isEqual(one, other)));
  if (gone.length === 0 && fresh.length === 0)
    return [{ before: `${before.length} parts`, after: `the same ${after.length} parts in another order` }];
  const mark = kind === 'any' ? 'or ' : '';
  return Array.from({ length: Math.max(gone.length, fresh.length) }, (_, index) => [gone[index], fresh[index]]).flatMap(
    ([old, now]) => conditionEdits(old, now).map((one) => within(mark, one)),
  );
}

function within(words: string, { before, after }: ConditionEdit): ConditionEdit {
  const shown = (text: string): string => (text === '' ? '' : `${words}${text}`);
  return { before: shown(before), after: shown(after) };
}

function isQuantified(condition: Condition): condition is QuantifiedCondition {
  return condition.kind === 'every' || condition.kind === 'some';
}

function hasSameRange(before: QuantifiedCondition, after: QuantifiedCondition): boolean {
  const range = ({ kind, lists, over, name }: QuantifiedCondition): string =>
    canonicalJson({ kind, lists, over, name });
  return range(before) === range(after);
}

/** The lists of a quantifier as its description names them. */
function describeRange(condition: QuantifiedCondition): string {
  const nothing: Condition = { kind: 'all', of: [] };
  return describeCondition({ ...condition, body: nothing })
    .replace(/^\w+ of /, '')
    .replace(/ with $/, '');
}

function wordsOf(condition: Condition | undefined): string {
  if (condition === undefined) return '';
  const words = describeCondition(condition);
  return words === '' ? (condition.kind === 'any' ? 'never' : 'always') : words;
}

function isEqual(one: Condition, other: Condition): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
