import { goDurationNanoseconds } from '../../../../../resources/duration';
import { exactQuantity } from '../../../../../resources/quantity';
import type { Scalar } from '../../../language/scalar';
import { isMetBy, type Literal } from '../literal';
import { IS_FALSE, IS_TRUE, IS_UNKNOWN } from '../truth-set';
import { isBlockPossible } from './blocks';
import { isOrderPossible, type OrderBound } from './order-bounds';
import { isTextPossible } from './text-parts';

/**
 * Whether some number, or some text, may be such that every test answers as stated. No is sure; yes may be wrong, where
 * tests of different kinds are at odds.
 */
export function isPossible(type: 'number' | 'text', literals: readonly Literal[]): boolean {
  const named = namedValues(literals);
  if (named !== undefined)
    return named.some((one) => typeof one === TYPES[type] && literals.every((literal) => isMetBy(literal, one)));
  const equalities = literals.filter(isEquality);
  if (equalities.some(({ answers }) => (answers & IS_FALSE) === 0)) return false;
  return families.every(({ tests, isOf }) => {
    const ours = literals.filter(({ test }) => tests.includes(test));
    return ours.length === 0 || isOf(type, ours);
  });
}

const TYPES = { number: 'number', text: 'string' } as const;

function isEquality({ test }: Literal): boolean {
  return test === 'equals' || test === 'in';
}

/** The values of which one must stand there; undefined when no test names them. */
function namedValues(literals: readonly Literal[]): readonly Scalar[] | undefined {
  const naming = literals.find((one) => isEquality(one) && (one.answers & (IS_TRUE | IS_FALSE)) === IS_TRUE);
  return naming === undefined ? undefined : [naming.operand].flat();
}

interface Family {
  readonly tests: readonly Literal['test'][];
  readonly isOf: (type: 'number' | 'text', literals: readonly Literal[]) => boolean;
}

const families: readonly Family[] = [
  {
    tests: ['at-least', 'at-most'],
    isOf: (type, literals) =>
      isOrderPossible(boundsOf(literals, Number), (how) => (how === 'judged') === (type === 'number')),
  },
  {
    tests: ['quantity-at-least', 'quantity-at-most'],
    isOf: (_, literals) => isOrderPossible(boundsOf(literals, exactQuantity), () => true),
  },
  {
    tests: ['duration-at-least', 'duration-at-most'],
    isOf: (type, literals) =>
      isOrderPossible(boundsOf(literals, nanoseconds), (how) => how === 'not judged' || type === 'text'),
  },
  {
    tests: ['prefix-at-least', 'within-blocks'],
    isOf: (type, literals) => (type === 'text' ? isBlockPossible(literals) : literals.every(isUnjudged)),
  },
  {
    tests: ['starts-with', 'ends-with', 'contains', 'matches'],
    isOf: (type, literals) => (type === 'text' ? isTextPossible(literals) : literals.every(isUnjudged)),
  },
];

function isUnjudged({ answers }: Literal): boolean {
  return (answers & IS_UNKNOWN) !== 0;
}

function nanoseconds(operand: Scalar): bigint | undefined {
  return goDurationNanoseconds(String(operand));
}

/** What each comparison may answer; one whose bound can't be read says nothing. */
function boundsOf<N extends number | bigint>(
  literals: readonly Literal[],
  read: (operand: Scalar) => N | undefined,
): readonly OrderBound<N>[] {
  return literals.flatMap(({ test, operand, answers }) => {
    const bound = typeof operand === 'object' ? undefined : read(operand);
    return bound === undefined ? [] : [{ isFloor: test.endsWith('at-least'), bound, answers }];
  });
}
