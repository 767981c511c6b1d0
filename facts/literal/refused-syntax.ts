import type { ProblemWords } from '../problem-list';

/** What a fact may be made of, as a noun phrase. */
export const LITERALS = 'an object, list, text, number, true, false or null, written out';

/** A construct that facts can't use: what it is, in words, and what to write instead. */
interface RefusedSyntax {
  readonly name: string;
  readonly next: string;
}

const noRun = 'write the result itself; a fact is read and never run';
const functionNext = 'remove it; code belongs in constructs, facts are plain values';

const refusedByType: Readonly<Record<string, RefusedSyntax>> = {
  ArrowFunctionExpression: { name: 'a function', next: functionNext },
  AssignmentExpression: { name: 'an assignment', next: 'write "key: value" inside the object' },
  AwaitExpression: { name: 'an await', next: noRun },
  BigIntLiteral: { name: 'a bigint', next: 'write a number without the n, or a text' },
  BinaryExpression: { name: 'a calculation', next: noRun },
  CallExpression: { name: 'a call', next: noRun },
  ClassExpression: { name: 'a class', next: functionNext },
  ConditionalExpression: {
    name: 'a condition',
    next: 'write one value; environments differ by their files',
  },
  FunctionExpression: { name: 'a function', next: functionNext },
  Identifier: { name: 'a name', next: 'write the value itself, or put quotes around a text' },
  ImportExpression: { name: 'a run-time import', next: noRun },
  LogicalExpression: {
    name: 'a condition',
    next: 'write one value; environments differ by their files',
  },
  MemberExpression: { name: 'a reference', next: 'write the value itself' },
  NewExpression: { name: 'a constructor call', next: 'write a date or an address as a text' },
  ObjectMethod: { name: 'a method, getter or setter', next: functionNext },
  OptionalCallExpression: { name: 'a call', next: noRun },
  OptionalMemberExpression: { name: 'a reference', next: 'write the value itself' },
  RegExpLiteral: { name: 'a regular expression', next: 'write a text' },
  SequenceExpression: { name: 'a sequence', next: 'write one value' },
  SpreadElement: { name: 'a spread', next: 'write the entries out; a form has no hidden lines' },
  TaggedTemplateExpression: { name: 'a tagged template', next: 'remove the tag' },
  TemplateLiteral: {
    name: 'a template with an expression',
    next: 'write the whole text without ${…}',
  },
  ThisExpression: { name: '"this"', next: 'write the value itself' },
  TSAsExpression: {
    name: 'a type assertion',
    next: 'use "satisfies", which checks instead of claiming; only "as const" may stay',
  },
  TSNonNullExpression: { name: 'a non-null assertion', next: 'remove the !' },
  TSTypeAssertion: { name: 'a type assertion', next: 'use "satisfies" after the value' },
  UnaryExpression: {
    name: 'an operator',
    next: 'write the value; only a minus before a number may stay',
  },
  UpdateExpression: { name: 'an operator', next: noRun },
};

/** Names that mean a value in code, with what a fact says instead. */
const valueNames: Readonly<Record<string, string>> = {
  undefined: 'leave the key out when nothing is stated',
  NaN: 'write a number, or leave the key out',
  Infinity: 'write the largest number that is meant',
};

/** The words of the problem for an expression that facts can't use. */
export function refusedSyntaxWords(type: string, source: string): ProblemWords {
  const { name, next } = refusedByType[type] ?? { name: 'an expression', next: noRun };
  const valueNext = type === 'Identifier' && Object.hasOwn(valueNames, source) ? valueNames[source] : undefined;
  return {
    code: 'fact-not-literal',
    what: `${name} stands where a fact needs a plain value`,
    got: source,
    want: LITERALS,
    next: valueNext ?? next,
  };
}
