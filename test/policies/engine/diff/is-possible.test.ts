import { isMetBy, literalOf, type Literal } from '../../../../policies/engine/diff/prove/literal';
import { isPossible } from '../../../../policies/engine/diff/prove/possible/is-possible';
import { IS_FALSE, IS_TRUE, IS_UNKNOWN, NOT_FALSE, NOT_TRUE } from '../../../../policies/engine/diff/prove/truth-set';
import { testNames, type TestName } from '../../../../policies/engine/language/value-tests/test-table';
import type { TestCondition } from '../../../../policies/engine/language/tree';
import { operands, values } from './kit/random-conditions';

const signs = [IS_TRUE, IS_FALSE, IS_UNKNOWN, NOT_TRUE, NOT_FALSE];

const literals: readonly Literal[] = testNames.flatMap((test) =>
  operands[test].flatMap((operand) => signs.map((sign) => literalOf({ test, operand }, sign))),
);

function words(...stated: readonly Literal[]): string {
  return stated.map(({ test, operand, answers }) => `${test} ${JSON.stringify(operand)} ${answers}`).join(' & ');
}

const types = [
  ['number', 'number'],
  ['text', 'string'],
] as const;

/** Whether a number or text may meet tests, each named with what it must answer. */
function may(
  type: 'number' | 'text',
  ...stated: readonly (readonly [TestName, TestCondition['operand'], number])[]
): boolean {
  return isPossible(
    type,
    stated.map(([test, operand, sign]) => literalOf({ test, operand }, sign)),
  );
}

describe('isPossible()', () => {
  it('never denies two tests that some value meets', () => {
    const wrong: string[] = [];
    let denied = 0;
    for (const [type, of] of types) {
      const typed = values.filter((one) => typeof one === of);
      for (const one of literals) {
        for (const other of literals) {
          if (isPossible(type, [one, other])) continue;
          denied += 1;
          const met = typed.find((value) => isMetBy(one, value) && isMetBy(other, value));
          if (met !== undefined) wrong.push(`${JSON.stringify(met)}: ${words(one, other)}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(denied).toBeGreaterThan(10_000);
  });

  it.each([
    ['a number below 2 that is at least 2', 'number', ['at-least', 2, IS_FALSE], ['at-least', 2, IS_TRUE]],
    ['a number over 2 that is at most 1', 'number', ['at-most', 2, IS_FALSE], ['at-most', 1, IS_TRUE]],
    [
      'the same quantity in other units',
      'text',
      ['quantity-at-least', '1', IS_TRUE],
      ['quantity-at-least', '1000m', IS_FALSE],
    ],
    [
      'a longer duration in other units',
      'text',
      ['duration-at-least', '2h', IS_TRUE],
      ['duration-at-most', '60m', IS_TRUE],
    ],
    [
      'a block in half of another and not in that',
      'text',
      ['within-blocks', ['10.0.0.0/9'], IS_TRUE],
      ['within-blocks', ['10.0.0.0/8'], IS_FALSE],
    ],
    [
      'a block in a narrow one that is wide',
      'text',
      ['within-blocks', ['10.0.0.0/16'], IS_TRUE],
      ['prefix-at-least', 16, IS_FALSE],
    ],
    [
      'blocks apart',
      'text',
      ['within-blocks', ['10.0.0.0/8'], IS_TRUE],
      ['within-blocks', ['192.168.0.0/16'], IS_TRUE],
    ],
    ['a longer beginning without the shorter', 'text', ['starts-with', 'xy', IS_TRUE], ['starts-with', 'x', IS_FALSE]],
    ['two beginnings', 'text', ['starts-with', 'xy', IS_TRUE], ['matches', '^https://', IS_TRUE]],
    ['a beginning that is not held', 'text', ['starts-with', 'xy', IS_TRUE], ['contains', 'y', IS_FALSE]],
    ['a pattern without its anchors', 'text', ['matches', '^[a-z]+$', IS_TRUE], ['matches', '[a-z]+', IS_FALSE]],
    ['a member of a smaller set', 'text', ['in', ['x'], IS_TRUE], ['in', ['x', 'xy'], IS_FALSE]],
    ['a text that a test of numbers judges', 'text', ['at-least', 1, IS_FALSE], ['at-most', 1, NOT_FALSE]],
  ] as const)('denies %s', (_, type, one, other) => {
    expect(may(type, one, other)).toBe(false);
    expect(may(type, one)).toBe(type === 'number' || one[0] !== 'at-least');
    expect(may(type, other)).toBe(true);
  });
});
