import { exactQuantity } from '../../../../resources/quantity';
import { celLiteral, type ValueTest } from './value-test';

/** The quantity is this one or more, whatever the units (`1000m` is `1`). */
export const quantityAtLeast: ValueTest<string> = {
  ...order((value, operand) => value >= operand, '>='),
  want: (operand) => `at least ${operand}`,
};

/** The quantity is this one or less, whatever the units. */
export const quantityAtMost: ValueTest<string> = {
  ...order((value, operand) => value <= operand, '<='),
  want: (operand) => `at most ${operand}`,
};

const MILLI = 1_000_000n;

function order(holds: (value: bigint, operand: bigint) => boolean, operator: string): Omit<ValueTest<string>, 'want'> {
  return {
    compile: (operand) => {
      const bound = billionths(operand);
      return (value) => {
        const amount = exactQuantity(value);
        return amount === undefined ? undefined : holds(amount, bound);
      };
    },
    cel: (value, operand) => `quantity(string(${value})).compareTo(quantity(${celLiteral(operand)})) ${operator} 0`,
    near,
    altered: (operand) => near(operand).filter((one) => one !== operand),
    cost: () => 20,
  };
}

function near(operand: string): readonly string[] {
  const bound = billionths(operand);
  return [operand, ...[bound - MILLI, bound + MILLI].map((one) => `${one / MILLI}m`)];
}

function billionths(operand: string): bigint {
  const bound = exactQuantity(operand);
  if (bound === undefined || bound % MILLI !== 0n)
    throw new RangeError(`${operand} is no quantity of whole thousandths`);
  return bound;
}
