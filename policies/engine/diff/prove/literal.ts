import type { JsonValue } from '../../../../resources/resource';
import type { Scalar } from '../../language/scalar';
import type { TestCondition } from '../../language/tree';
import { findTest } from '../../language/value-tests/test-table';
import { shapes, type ShapeSet } from './shape';
import { IS_FALSE, IS_UNKNOWN, setOf, type TruthSet } from './truth-set';

/** What one test may answer of one value. */
export interface Literal {
  readonly test: TestCondition['test'];
  readonly operand: TestCondition['operand'];
  readonly answers: TruthSet;
  /** What the test answers of a value that is there; undefined where it can't judge it. */
  readonly holds: (value: JsonValue) => boolean | undefined;
  /** What stands for an absent value.
   * @default - an absent value meets no test
   */
  readonly absentAs?: Scalar | undefined;
}

type Test = Pick<TestCondition, 'test' | 'operand'>;

const compiled = new WeakMap<Test, Literal['holds']>();

/** States what a test may answer. */
export function literalOf(test: Test, answers: TruthSet, absentAs?: Scalar): Literal {
  const holds = compiled.get(test) ?? findTest(test.test).compile(test.operand);
  compiled.set(test, holds);
  return { test: test.test, operand: test.operand, answers, holds, absentAs };
}

/** Whether a value is such that the test answers as stated. */
export function isMetBy({ holds, answers }: Literal, value: JsonValue): boolean {
  return (setOf(holds(value)) & answers) !== 0;
}

/** Whether the value may be absent. */
export function isMetByAbsence(literal: Literal): boolean {
  const { absentAs, answers } = literal;
  return absentAs === undefined ? (answers & IS_FALSE) !== 0 : isMetBy(literal, absentAs);
}

/** Of which shapes the value may be; numbers and texts are looked at more closely elsewhere. */
export function shapesOf(literal: Literal): ShapeSet {
  return (
    shapes.number |
    shapes.text |
    (isMetByAbsence(literal) ? shapes.absent : 0) |
    ((literal.answers & IS_UNKNOWN) === 0 ? 0 : shapes.unknown) |
    (isMetBy(literal, true) ? shapes.true : 0) |
    (isMetBy(literal, false) ? shapes.false : 0) |
    // No test looks into a list or a map: what it answers of an empty one it answers of all.
    (isMetBy(literal, []) ? shapes.list : 0) |
    (isMetBy(literal, {}) ? shapes.map : 0)
  );
}
