import { goDurationNanoseconds } from '../../../../resources/duration';
import { celLiteral, type ValueTest } from './value-test';

/** The duration, as Go writes it (`2160h0m0s`), is this one or longer. */
export const durationAtLeast: ValueTest<string> = {
  ...order((value, operand) => value >= operand, '>='),
  want: (operand) => `at least ${operand}`,
};

/** The duration, as Go writes it, is this one or shorter. */
export const durationAtMost: ValueTest<string> = {
  ...order((value, operand) => value <= operand, '<='),
  want: (operand) => `at most ${operand}`,
};

const SECOND = 1_000_000_000n;

function order(holds: (value: bigint, operand: bigint) => boolean, operator: string): Omit<ValueTest<string>, 'want'> {
  return {
    compile: (operand) => {
      const bound = nanoseconds(operand);
      return (value) => {
        const length = typeof value === 'string' ? goDurationNanoseconds(value) : undefined;
        return length === undefined ? undefined : holds(length, bound);
      };
    },
    cel: (value, operand) => `duration(${value}) ${operator} duration(${celLiteral(operand)})`,
    near,
    altered: (operand) => near(operand).slice(1),
    cost: () => 10,
  };
}

function near(operand: string): readonly string[] {
  const seconds = nanoseconds(operand) / SECOND;
  return [operand, `${seconds - 1n}s`, `${seconds + 1n}s`];
}

function nanoseconds(operand: string): bigint {
  const length = goDurationNanoseconds(operand);
  if (length === undefined || length % SECOND !== 0n)
    throw new RangeError(`${operand} is no duration of whole seconds`);
  return length;
}
