import fc from 'fast-check';
import type { Condition, TestCondition, ValueTree } from '../../../../../policies/engine/language/tree';
import { testNames, type TestName } from '../../../../../policies/engine/language/value-tests/test-table';
import type { JsonObject, JsonValue } from '../../../../../resources/resource';
import { unresolved } from '../../../../../resources/json-path';

/** Operands of each test, near to each other so that tests have much to do with each other. */
export const operands: Readonly<Record<TestName, readonly TestCondition['operand'][]>> = {
  equals: ['x', 'xy', 1, 2, true, '10.0.0.0/8'],
  in: [['x'], ['x', 'xy'], [1, 2, 'x'], [true, 1]],
  'at-least': [0, 1, 2, 1.5],
  'at-most': [0, 1, 2, 1.5],
  'starts-with': ['', 'x', 'xy', 'https://'],
  'ends-with': ['', 'y', 'xy'],
  contains: ['', 'x', 'xy', 'y'],
  matches: ['^x', 'x', 'y$', '^xy$', '^[a-z]+$', '[a-z]+', '^https://', '^x\\.y'],
  'quantity-at-least': ['1', '1000m', '2', '1Ki'],
  'quantity-at-most': ['1', '2', '1024'],
  'duration-at-least': ['1h', '60m', '2h'],
  'duration-at-most': ['1h', '2h', '90s'],
  'prefix-at-least': [0, 8, 16, 33],
  'within-blocks': [['10.0.0.0/8'], ['10.0.0.0/9', '10.128.0.0/9'], ['10.0.0.0/16', 'fd00::/8'], ['192.168.0.0/16']],
};

/** Values on which those tests differ. */
export const values: readonly JsonValue[] = [
  '',
  'x',
  'xy',
  'y',
  'yx',
  'x.y',
  'xxy',
  'https://x',
  'X',
  'z',
  'abc',
  '0',
  '1',
  '2',
  '1.5',
  '1500m',
  '1Ki',
  '1024',
  '-1',
  '1h',
  '61m',
  '119m',
  '2h',
  '1m30s',
  '-1h',
  '10.0.0.0/8',
  '10.0.0.0/9',
  '10.0.0.0/16',
  '10.200.0.0/24',
  '0.0.0.0/0',
  '192.168.1.0/24',
  'fd00::/48',
  '::/0',
  -1,
  0,
  1,
  1.5,
  2,
  3,
  1024,
  true,
  false,
  null,
  [],
  {},
  ['x'],
  { x: 1 },
  unresolved('anything'),
];

const scalars = fc.constantFrom('x', 'xy', 1, true);
const keys = fc.constantFrom('a', 'b');

function valueTree(names: readonly string[], depth = 2): fc.Arbitrary<ValueTree> {
  const roots: fc.Arbitrary<ValueTree>[] = [
    keys.map((key): ValueTree => ({ kind: 'member', of: { kind: 'object' }, key })),
    fc.constant<ValueTree>({ kind: 'namespace-label', key: 'a' }),
    ...names.map((name) => fc.constant<ValueTree>({ kind: 'bound', name })),
    ...names.map((key) =>
      fc.constant<ValueTree>({ kind: 'entry', of: { kind: 'member', of: { kind: 'object' }, key: 'm' }, key }),
    ),
  ];
  const root = fc.oneof(...roots);
  if (depth === 0) return root;
  const inner = valueTree(names, depth - 1);
  return fc.oneof(
    { weight: 4, arbitrary: root },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('member'), of: inner, key: keys }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('default'), of: inner, value: scalars }) },
  ) as fc.Arbitrary<ValueTree>;
}

function test(names: readonly string[]): fc.Arbitrary<Condition> {
  return fc.constantFrom(...testNames).chain((name) =>
    fc.record({
      kind: fc.constant('test' as const),
      test: fc.constant(name),
      value: valueTree(names),
      operand: fc.constantFrom(...operands[name]),
    }),
  );
}

function listTree(names: readonly string[]): fc.Arbitrary<ValueTree> {
  const own: ValueTree = { kind: 'member', of: { kind: 'object' }, key: 'l' };
  const nested = names.map((name): ValueTree => ({ kind: 'member', of: { kind: 'bound', name }, key: 'l' }));
  return fc.constantFrom(own, { ...own, key: 'm' }, ...nested);
}

/** Conditions over few places, so that two of them speak of the same. */
export function randomCondition(depth = 3, names: readonly string[] = []): fc.Arbitrary<Condition> {
  const leaf = fc.oneof(
    { weight: 5, arbitrary: test(names) },
    { weight: 1, arbitrary: valueTree(names).map((value): Condition => ({ kind: 'exists', value })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(valueTree(names), valueTree(names))
        .map(([left, right]): Condition => ({ kind: 'same', left, right })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.array(listTree(names), { minLength: 1, maxLength: 2 }),
          fc.nat(2),
          fc.constantFrom('at-least', 'at-most'),
        )
        .map(([lists, number, order]): Condition => ({ kind: 'count', lists, order, number })),
    },
  );
  if (depth === 0) return leaf;
  const inner = randomCondition(depth - 1, names);
  const name = `x${names.length}`;
  const quantified = fc
    .tuple(
      fc.constantFrom('every', 'some'),
      fc.array(listTree(names), { minLength: 1, maxLength: 2 }),
      fc.constantFrom('items', 'items', 'keys'),
      randomCondition(depth - 1, [...names, name]),
    )
    .map(([kind, lists, over, body]): Condition => ({ kind, lists, over, name, body }));
  const joined = fc
    .tuple(fc.constantFrom('all', 'any'), fc.array(inner, { maxLength: 3 }))
    .map(([kind, of]): Condition => ({ kind, of }));
  return fc.oneof(
    { weight: 2, arbitrary: leaf },
    { weight: 3, arbitrary: joined },
    { weight: 1, arbitrary: inner.map((of): Condition => ({ kind: 'not', of })) },
    { weight: names.length < 2 ? 2 : 0, arbitrary: quantified },
  );
}

const value = fc.constantFrom(...values);
const item: fc.Arbitrary<JsonValue> = fc.oneof(
  value,
  fc.record(
    { a: value, b: value, l: fc.oneof(value, fc.array(fc.oneof(value, fc.record({ a: value })), { maxLength: 2 })) },
    { requiredKeys: [] },
  ),
);

/** Objects of those places, right and strange. */
export const randomObject: fc.Arbitrary<{ readonly object: JsonValue; readonly namespace: JsonObject | undefined }> =
  fc.record({
    object: fc.record(
      {
        a: fc.oneof(value, fc.record({ a: value, b: value }, { requiredKeys: [] })),
        b: fc.oneof(value, fc.record({ a: value, b: value }, { requiredKeys: [] })),
        l: fc.oneof({ weight: 3, arbitrary: fc.array(item, { maxLength: 3 }) }, { weight: 1, arbitrary: value }),
        m: fc.oneof(
          { weight: 3, arbitrary: fc.dictionary(fc.constantFrom('x', 'xy', 'a'), item) },
          { weight: 1, arbitrary: value },
        ),
      },
      { requiredKeys: [] },
    ),
    namespace: fc.option(fc.record({ a: value }, { requiredKeys: [] }), { nil: undefined }),
  });
