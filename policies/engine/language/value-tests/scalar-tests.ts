import type { JsonValue } from '../../../../resources/resource';
import type { Scalar } from '../scalar';
import { celList, celLiteral, type ValueTest } from './value-test';

/** The value is this one; a value of another type is another value. */
export const equals: ValueTest<Scalar> = {
  compile: (operand) => (value) => value === operand,
  cel: (value, operand) => `${value} == ${celLiteral(operand)}`,
  want: String,
  near: (operand) => [operand, ...others(operand)],
  altered: others,
  cost: () => 1,
};

/** The value is one of these. */
export const isIn: ValueTest<readonly Scalar[]> = {
  compile: (operand) => {
    const allowed: ReadonlySet<JsonValue> = new Set(operand);
    return (value) => allowed.has(value);
  },
  cel: (value, operand) => `${value} in ${celList(operand)}`,
  want: (operand) => (operand.length === 1 ? String(operand[0]) : `one of ${operand.join(', ')}`),
  near: (operand) => [...operand, ...operand.slice(0, 1).flatMap((one) => others(one))].filter(isFirst),
  altered: (operand) => operand.map((_, index) => operand.toSpliced(index, 1)).filter((rest) => rest.length > 0),
  cost: (operand) => operand.length,
};

function isFirst<T>(one: T, index: number, list: readonly T[]): boolean {
  return list.indexOf(one) === index;
}

function others(value: Scalar): readonly Scalar[] {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return [value - 1, value + 1];
  return [`${value}x`, value.slice(1), ''].filter((one) => one !== value).filter(isFirst);
}
