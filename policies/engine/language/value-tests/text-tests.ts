import type { JsonValue } from '../../../../resources/resource';
import { readPattern } from './pattern';
import { celLiteral, TEXT_LENGTH_MAX, type ValueTest } from './value-test';

/** The text begins with this one. */
export const startsWith: ValueTest<string> = {
  ...textTest((value, operand) => value.startsWith(operand), 'startsWith'),
  want: (operand) => `${operand}…`,
};

/** The text ends with this one. */
export const endsWith: ValueTest<string> = {
  ...textTest((value, operand) => value.endsWith(operand), 'endsWith'),
  want: (operand) => `…${operand}`,
};

/** The text holds this one. */
export const contains: ValueTest<string> = {
  ...textTest((value, operand) => value.includes(operand), 'contains'),
  want: (operand) => `…${operand}…`,
};

/** A part of the text matches a pattern of `readPattern`. */
export const matches: ValueTest<string> = {
  compile: (operand) => {
    const pattern = readPattern(operand);
    return (value) => (typeof value === 'string' ? pattern.test(value) : undefined);
  },
  cel: (value, operand) => `${value}.matches(${celLiteral(operand)})`,
  want: (operand) => `a text like ${operand}`,
  near: () => ['', 'x', ' '],
  altered: (operand) => [operand.replace(/^\^/, ''), operand.replace(/\$$/, '')].filter((one) => one !== operand),
  // cel-go: string length × 0.1 × regular expression length × 0.25.
  cost: (operand) => Math.ceil((1 + TEXT_LENGTH_MAX * 0.1) * Math.max(1, operand.length * 0.25)),
};

function textTest(holds: (value: string, operand: string) => boolean, call: string): Omit<ValueTest<string>, 'want'> {
  return {
    compile: (operand) => (value) => (typeof value === 'string' ? holds(value, operand) : undefined),
    cel: (value, operand) => `${value}.${call}(${celLiteral(operand)})`,
    near: (operand): readonly JsonValue[] => [
      operand,
      `${operand}x`,
      `x${operand}`,
      operand.slice(1),
      operand.slice(0, -1),
      '',
    ],
    altered: (operand) => [operand.slice(1), operand.slice(0, -1)].filter((one) => one !== ''),
    cost: () => Math.ceil(TEXT_LENGTH_MAX * 0.1),
  };
}
