import { prefixAtLeast, withinBlocks } from './address-tests';
import { durationAtLeast, durationAtMost } from './duration-tests';
import { atLeast, atMost } from './number-tests';
import { quantityAtLeast, quantityAtMost } from './quantity-tests';
import { equals, isIn } from './scalar-tests';
import { contains, endsWith, matches, startsWith } from './text-tests';
import type { Operand, ValueTest } from './value-test';

const table = {
  equals,
  in: isIn,
  'at-least': atLeast,
  'at-most': atMost,
  'starts-with': startsWith,
  'ends-with': endsWith,
  contains,
  matches,
  'quantity-at-least': quantityAtLeast,
  'quantity-at-most': quantityAtMost,
  'duration-at-least': durationAtLeast,
  'duration-at-most': durationAtMost,
  'prefix-at-least': prefixAtLeast,
  'within-blocks': withinBlocks,
} as const;

/** Name of a test of one value. */
export type TestName = keyof typeof table;

/** What each test compares with. */
export type OperandOf<N extends TestName> = (typeof table)[N] extends ValueTest<infer O> ? O : never;

/** The test of this name; its operand is of the type that the combinator of the test asked for. */
export function findTest(name: TestName): ValueTest {
  return table[name] as unknown as ValueTest<Operand>;
}

/** Every name of a test, in the order of the table. */
export const testNames = Object.keys(table) as readonly TestName[];
