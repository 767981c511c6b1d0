import { describeCondition } from '../words/describe-condition';
import { findTest } from '../language/value-tests/test-table';
import type { Condition, CountCondition, QuantifiedCondition, TestCondition, ValueTree } from '../language/tree';

/** A condition that is wrong in one place. */
export interface Mutant {
  /** What was changed, in words that stay the same as long as the rule does. */
  readonly change: string;
  readonly condition: Condition;
}

/** Every condition that differs from this one in one place, by the operators of policy mutation testing. */
export function mutantsOf(condition: Condition): readonly Mutant[] {
  return [...ownMutants(condition), ...partMutants(condition)];
}

/** What holds always. */
export const ALWAYS: Condition = { kind: 'all', of: [] };

function ownMutants(condition: Condition): readonly Mutant[] {
  const words = describeCondition(condition);
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.map((part, index) => ({
        change: `without "${describeCondition(part)}" in ${condition.kind}`,
        condition: { ...condition, of: condition.of.toSpliced(index, 1) },
      }));
    case 'not':
      return [{ change: `"${words}" the other way around`, condition: condition.of }];
    case 'every':
    case 'some':
      return quantifierMutants(condition, words);
    case 'count':
      return [negated(condition, words), ...countMutants(condition, words)];
    case 'test':
      return [negated(condition, words), ...testMutants(condition, words)];
    case 'exists':
    case 'same':
      return [negated(condition, words)];
  }
}

/** The mutants of the parts, each put in the place of its part. */
function partMutants(condition: Condition): readonly Mutant[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap((part, index) =>
        mutantsOf(part).map((one) => ({
          ...one,
          condition: { ...condition, of: condition.of.toSpliced(index, 1, one.condition) },
        })),
      );
    case 'not':
      // Of one condition alone, that it is negated and that its negation is dropped are the same mutant.
      return mutantsOf(condition.of)
        .filter((one) => one.condition.kind !== 'not')
        .map((one) => ({ ...one, condition: { ...condition, of: one.condition } }));
    case 'every':
    case 'some':
      return mutantsOf(condition.body).map((one) => ({ ...one, condition: { ...condition, body: one.condition } }));
    default:
      return [];
  }
}

function negated(condition: Condition, words: string): Mutant {
  return { change: `not ${words}`, condition: { kind: 'not', of: condition } };
}

function quantifierMutants(condition: QuantifiedCondition, words: string): readonly Mutant[] {
  const kind = condition.kind === 'every' ? 'some' : 'every';
  const fewer = condition.lists.length < 2 ? [] : condition.lists;
  return [
    { change: `${kind} instead of ${words}`, condition: { ...condition, kind } },
    ...fewer.map((_, index) => ({
      change: `without list ${index + 1} in ${words}`,
      condition: { ...condition, lists: condition.lists.toSpliced(index, 1) },
    })),
  ];
}

function countMutants(condition: CountCondition, words: string): readonly Mutant[] {
  return [condition.number - 1, condition.number + 1].map((number) => ({
    change: `${number} instead of ${condition.number} in ${words}`,
    condition: { ...condition, number },
  }));
}

function testMutants(condition: TestCondition, words: string): readonly Mutant[] {
  const operands = findTest(condition.test).altered(condition.operand);
  const missing: Condition = { kind: 'not', of: { kind: 'exists', value: condition.value } };
  return [
    ...operands.map((operand) => ({
      change: `${JSON.stringify(operand)} in ${words}`,
      condition: { ...condition, operand },
    })),
    ...defaultMutants(condition, words),
    ...(isAlwaysThere(condition.value)
      ? []
      : [{ change: `absent counts in ${words}`, condition: { kind: 'any', of: [missing, condition] } as const }]),
  ];
}

function isAlwaysThere({ kind }: ValueTree): boolean {
  return kind === 'default' || kind === 'bound';
}

function defaultMutants(condition: TestCondition, words: string): readonly Mutant[] {
  const { value } = condition;
  if (value.kind !== 'default') return [];
  return [
    { change: `without the default ${String(value.value)} in ${words}`, condition: { ...condition, value: value.of } },
  ];
}
