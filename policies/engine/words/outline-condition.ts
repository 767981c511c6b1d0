import { findTest } from '../language/value-tests/test-table';
import type { Scalar } from '../language/scalar';
import type { Condition, QuantifiedCondition, TestCondition, ValueTree } from '../language/tree';

/** What the items that quantifiers bind are called, by the names in the tree. */
type Names = ReadonlyMap<string, string>;

/**
 * A condition in full, a line for each part, what belongs together indented: for the person who asks what a rule says.
 * Items of lists are called after their list.
 */
export function outlineCondition(condition: Condition, names: Names = new Map()): readonly string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return outlineParts(condition, names);
    case 'not':
      return outlineNegation(condition.of, names);
    case 'exists':
      return [`${valueText(condition.value, names)} is set`];
    case 'test':
      return [`${valueText(condition.value, names)} is ${wanted(condition)}`];
    case 'same':
      return [`${valueText(condition.left, names)} is the same as ${valueText(condition.right, names)}`];
    case 'count':
      return [`${listText(condition.lists, names)} has ${condition.order.replace('-', ' ')} ${condition.number}`];
    case 'every':
    case 'some':
      return outlineQuantifier(condition, names);
  }
}

function outlineParts({ kind, of }: Extract<Condition, { kind: 'all' | 'any' }>, names: Names): readonly string[] {
  const [only] = of;
  if (only === undefined) return [kind === 'all' ? 'always' : 'never'];
  if (of.length === 1) return outlineCondition(only, names);
  const parts = of.map((one) => outlineCondition(one, names));
  const head = kind === 'all' ? 'all of' : 'at least one of';
  return [head, ...parts.flatMap(([first, ...rest]) => [`  - ${first}`, ...rest.map((line) => `    ${line}`)])];
}

function outlineNegation(of: Condition, names: Names): readonly string[] {
  if (of.kind === 'exists') return [`${valueText(of.value, names)} is not set`];
  if (of.kind === 'test') return [`${valueText(of.value, names)} is not ${wanted(of)}`];
  const lines = outlineCondition(of, names);
  return lines.length === 1 ? [`not: ${lines[0]}`] : ['not', ...lines.map((line) => `  ${line}`)];
}

/** What a test asks for; an empty text is written so that it can be seen. */
function wanted({ test, operand }: TestCondition): string {
  const shown = (one: Scalar): Scalar => (one === '' ? '""' : one);
  return findTest(test).want(typeof operand === 'object' ? operand.map(shown) : shown(operand));
}

function outlineQuantifier(condition: QuantifiedCondition, names: Names): readonly string[] {
  const { kind, lists, over, name, body } = condition;
  const called = over === 'keys' ? 'key' : itemName(lists[0]);
  const own = [...names.values()].includes(called) ? `other ${called}` : called;
  return [
    `${kind} ${own} of ${listText(lists, names)}:`,
    ...outlineCondition(body, new Map([...names, [name, own]])).map((line) => `  ${line}`),
  ];
}

/** Singular of the last key on the way to the list. */
function itemName(list: ValueTree | undefined): string {
  const key = list !== undefined && 'key' in list ? list.key : '';
  return /[^s]s$/.test(key) ? key.replace(/ies$/, 'y').replace(/s$/, '') : `${key}[]`;
}

function listText(lists: readonly ValueTree[], names: Names): string {
  return lists.map((one) => valueText(one, names)).join(', ');
}

function memberText(of: string, key: string): string {
  if (!/^[\w-]+$/.test(key)) return `${of}["${key}"]`;
  return of === '' ? key : `${of}.${key}`;
}

function valueText(value: ValueTree, names: Names): string {
  switch (value.kind) {
    case 'object':
      return '';
    case 'bound':
      return names.get(value.name) ?? value.name;
    case 'member':
      return memberText(valueText(value.of, names), value.key);
    case 'entry':
      return `${valueText(value.of, names)} under that ${names.get(value.key) ?? value.key}`;
    case 'namespace-label':
      return `the label ${value.key} of its namespace`;
    case 'default':
      return `${valueText(value.of, names)} (${JSON.stringify(value.value)} where it is not set)`;
  }
}
