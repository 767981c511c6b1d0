import type { Scalar } from '../../language/scalar';
import type { Condition, TestCondition, ValueTree } from '../../language/tree';
import { findTest, type TestName } from '../../language/value-tests/test-table';

/** What is wrong with a stated condition, of which each part has the right shape. */
export interface ConditionFault {
  readonly got: string;
  readonly want: string;
}

/** Larger conditions than this are no rule that a person reviewed; the largest of ours has about a third of it. */
const NODES_MAX = 600;

/** Judging grows with the number of items to the power of this. */
const QUANTIFIERS_DEEP_MAX = 3;

const PATTERN_MAX = 200;

type OperandForm = 'scalar' | 'scalars' | 'number' | 'text' | 'texts';

const operandForms: Readonly<Record<TestName, OperandForm>> = {
  equals: 'scalar',
  in: 'scalars',
  'at-least': 'number',
  'at-most': 'number',
  'starts-with': 'text',
  'ends-with': 'text',
  contains: 'text',
  matches: 'text',
  'quantity-at-least': 'text',
  'quantity-at-most': 'text',
  'duration-at-least': 'text',
  'duration-at-most': 'text',
  'prefix-at-least': 'number',
  'within-blocks': 'texts',
};

/** The first thing wrong with a stated condition: it couldn't be judged, or not in bounded time; undefined when it can. */
export function tryFindConditionFault(condition: Condition): ConditionFault | undefined {
  return new Inspection().conditionFault(condition, []);
}

class Inspection {
  private nodes = 0;

  public conditionFault(condition: Condition, names: readonly string[]): ConditionFault | undefined {
    this.nodes += 1;
    if (this.nodes > NODES_MAX) return { got: `more than ${NODES_MAX} parts`, want: `at most ${NODES_MAX}` };
    switch (condition.kind) {
      case 'all':
      case 'any':
        return firstFault(condition.of, (one) => this.conditionFault(one, names));
      case 'not':
        return this.conditionFault(condition.of, names);
      case 'exists':
        return nameFault(condition.value, names);
      case 'test':
        return nameFault(condition.value, names) ?? operandFault(condition);
      case 'same':
        return nameFault(condition.left, names) ?? nameFault(condition.right, names);
      case 'count':
        return firstFault(condition.lists, (one) => nameFault(one, names));
      case 'every':
      case 'some':
        return (
          firstFault(condition.lists, (one) => nameFault(one, names)) ??
          bindingFault(condition.name, names) ??
          this.conditionFault(condition.body, [...names, condition.name])
        );
    }
  }
}

function firstFault<T>(of: readonly T[], find: (one: T) => ConditionFault | undefined): ConditionFault | undefined {
  for (const one of of) {
    const fault = find(one);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function bindingFault(name: string, names: readonly string[]): ConditionFault | undefined {
  if (names.includes(name)) return { got: `${name} bound twice`, want: 'a name of its own for each quantifier' };
  if (names.length < QUANTIFIERS_DEEP_MAX) return undefined;
  return { got: `${names.length + 1} nested quantifiers`, want: `at most ${QUANTIFIERS_DEEP_MAX}` };
}

function nameFault(value: ValueTree, names: readonly string[]): ConditionFault | undefined {
  const unbound = (name: string): ConditionFault | undefined =>
    names.includes(name)
      ? undefined
      : { got: `the name ${name}, which nothing binds`, want: 'a name of a quantifier around' };
  switch (value.kind) {
    case 'object':
    case 'namespace-label':
      return undefined;
    case 'bound':
      return unbound(value.name);
    case 'entry':
      return unbound(value.key) ?? nameFault(value.of, names);
    case 'member':
    case 'default':
      return nameFault(value.of, names);
  }
}

function operandFault({ test, operand }: TestCondition): ConditionFault | undefined {
  const form = operandForms[test];
  const got = `${test} ${JSON.stringify(operand)}`;
  if (!isOfForm(operand, form)) return { got, want: `a ${form === 'texts' || form === 'scalars' ? 'list' : form}` };
  if (test === 'matches' && String(operand).length > PATTERN_MAX)
    return { got: `a pattern of ${String(operand).length} characters`, want: `at most ${PATTERN_MAX}` };
  try {
    findTest(test).compile(operand);
    return undefined;
  } catch (error) {
    if (!(error instanceof RangeError) && !(error instanceof SyntaxError)) throw error;
    return { got, want: `an operand that ${test} can read: ${error.message}` };
  }
}

function isOfForm(operand: TestCondition['operand'], form: OperandForm): boolean {
  const isText = (one: Scalar): boolean => typeof one === 'string';
  switch (form) {
    case 'scalars':
      return typeof operand === 'object';
    case 'texts':
      return typeof operand === 'object' && operand.every(isText);
    case 'scalar':
      return typeof operand !== 'object';
    case 'number':
      return typeof operand === 'number';
    case 'text':
      return typeof operand === 'string';
  }
}
