import { celLiteral, type ValueTest } from './value-test';

/** The number is this one or greater. */
export const atLeast: ValueTest<number> = {
  ...order((value, operand) => value >= operand, '>='),
  want: (operand) => `at least ${operand}`,
};

/** The number is this one or less. */
export const atMost: ValueTest<number> = {
  ...order((value, operand) => value <= operand, '<='),
  want: (operand) => `at most ${operand}`,
};

function order(holds: (value: number, operand: number) => boolean, operator: string): Omit<ValueTest<number>, 'want'> {
  return {
    compile: (operand) => (value) => (typeof value === 'number' ? holds(value, operand) : undefined),
    cel: (value, operand) => `${value} ${operator} ${celLiteral(operand)}`,
    near: (operand) => [operand - 1, operand, operand + 1],
    altered: (operand) => [operand - 1, operand + 1],
    cost: () => 1,
  };
}
