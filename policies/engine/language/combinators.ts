import { refTo, treeOf, type ListRef, type Ref } from './reference';
import type { OperandOf, TestName } from './value-tests/test-table';
import type { Scalar } from './scalar';
import type { Condition, ValueTree } from './tree';

/** Every condition holds; none at all hold too. */
export function all(...of: readonly Condition[]): Condition {
  return { kind: 'all', of };
}

/** At least one of the conditions holds. */
export function any(...of: readonly Condition[]): Condition {
  return { kind: 'any', of };
}

/** The condition doesn’t hold. */
export function not(of: Condition): Condition {
  return { kind: 'not', of };
}

/** Where the first condition holds, the second holds too. */
export function implies(when: Condition, then: Condition): Condition {
  return any(not(when), then);
}

/** The field is written. */
export function exists(ref: Ref<unknown>): Condition {
  return { kind: 'exists', value: treeOf(ref) };
}

/** The field isn’t written. */
export function absent(ref: Ref<unknown>): Condition {
  return not(exists(ref));
}

/** The value is there and is this one. */
export function is<T extends Scalar>(ref: Ref<T>, value: NoInfer<T>): Condition {
  return test('equals', ref, value);
}

/** The value is absent, or another one. */
export function isNot<T extends Scalar>(ref: Ref<T>, value: NoInfer<T>): Condition {
  return not(is(ref, value));
}

/** The value is there and is one of these. */
export function oneOf<T extends Scalar>(ref: Ref<T>, values: readonly NoInfer<T>[]): Condition {
  return test('in', ref, values);
}

/** The number is there and is this one or greater. */
export function atLeast(ref: Ref<number>, number: number): Condition {
  return test('at-least', ref, number);
}

/** The number is there and is this one or less. */
export function atMost(ref: Ref<number>, number: number): Condition {
  return test('at-most', ref, number);
}

/** The text is there and passes one of the tests of texts. */
export function text(
  ref: Ref<string>,
  name: 'starts-with' | 'ends-with' | 'contains' | 'matches',
  operand: string,
): Condition {
  return test(name, ref, operand);
}

/** The quantity is there and in these bounds, both included. */
export function quantity(
  ref: Ref<string | number> | Ref<string>,
  bounds: { readonly atLeast?: string; readonly atMost?: string },
): Condition {
  return within(ref, bounds, ['quantity-at-least', 'quantity-at-most']);
}

/** The duration, as Go writes it, is there and in these bounds, both included. */
export function duration(ref: Ref<string>, bounds: { readonly atLeast?: string; readonly atMost?: string }): Condition {
  return within(ref, bounds, ['duration-at-least', 'duration-at-most']);
}

/** The block of addresses is there and is this narrow: it has a prefix of so many bits or more. */
export function prefixAtLeast(ref: Ref<string>, bits: number): Condition {
  return test('prefix-at-least', ref, bits);
}

/** The block of addresses is there and lies within one of these. */
export function withinBlocks(ref: Ref<string>, blocks: readonly string[]): Condition {
  return test('within-blocks', ref, blocks);
}

/** Both values are there and are the same. */
export function same<T extends Scalar>(left: Ref<T>, right: Ref<T>): Condition {
  return { kind: 'same', left: treeOf(left), right: treeOf(right) };
}

/** What Kubernetes takes for a field that isn’t written. */
export function orElse<T extends Scalar>(ref: Ref<T>, value: NoInfer<T>): Ref<T> {
  return refTo<T>({ kind: 'default', of: treeOf(ref), value });
}

/** The value of a map under a key. */
export function entry<V>(map: Ref<Readonly<Record<string, V>>>, key: string): Ref<V> {
  return refTo<V>({ kind: 'member', of: treeOf(map), key });
}

/** A label of the namespace that holds the object. */
export function namespaceLabel(key: string): Ref<string> {
  return refTo<string>({ kind: 'namespace-label', key });
}

/** The condition holds for every item; of no items too. */
export function every<T>(lists: ListRef<T>, body: (item: Ref<T>) => Condition): Condition {
  return quantified('every', lists, body);
}

/** The condition holds for at least one item. */
export function some<T>(lists: ListRef<T>, body: (item: Ref<T>) => Condition): Condition {
  return quantified('some', lists, body);
}

/** The condition holds for every entry of a map. */
export function everyEntry<V>(
  map: Ref<Readonly<Record<string, V>>>,
  body: (key: Ref<string>, value: Ref<V>) => Condition,
): Condition {
  return quantifiedKeys('every', map, body);
}

/** The condition holds for at least one entry of a map. */
export function someEntry<V>(
  map: Ref<Readonly<Record<string, V>>>,
  body: (key: Ref<string>, value: Ref<V>) => Condition,
): Condition {
  return quantifiedKeys('some', map, body);
}

/** The lists have at least this many items together. */
export function countAtLeast<T>(lists: ListRef<T>, number: number): Condition {
  return { kind: 'count', lists: listTrees(lists), order: 'at-least', number };
}

/** The lists have at most this many items together. */
export function countAtMost<T>(lists: ListRef<T>, number: number): Condition {
  return { kind: 'count', lists: listTrees(lists), order: 'at-most', number };
}

/** The map has at least this many entries. */
export function entriesAtLeast(map: Ref<Readonly<Record<string, unknown>>>, number: number): Condition {
  return { kind: 'count', lists: [treeOf(map)], order: 'at-least', number };
}

function test<N extends TestName>(name: N, ref: Ref<unknown>, operand: OperandOf<N>): Condition;
function test(name: TestName, ref: Ref<unknown>, operand: Scalar | readonly Scalar[]): Condition {
  return { kind: 'test', test: name, value: treeOf(ref), operand };
}

function within(
  ref: Ref<unknown>,
  { atLeast: low, atMost: high }: { readonly atLeast?: string; readonly atMost?: string },
  [floor, ceiling]: readonly [TestName, TestName],
): Condition {
  const value = treeOf(ref);
  const bounds: readonly Condition[] = [
    ...(low === undefined ? [] : [{ kind: 'test', test: floor, value, operand: low } as const]),
    ...(high === undefined ? [] : [{ kind: 'test', test: ceiling, value, operand: high } as const]),
  ];
  const [first, ...rest] = bounds;
  return first !== undefined && rest.length === 0 ? first : all(...bounds);
}

/** Quantifiers nest while their bodies are made, so the depth names what each one binds. */
let depth = 0;

function bind(make: (name: string) => Condition): { readonly name: string; readonly body: Condition } {
  const name = `x${depth}`;
  depth += 1;
  try {
    return { name, body: make(name) };
  } finally {
    depth -= 1;
  }
}

function quantified<T>(kind: 'every' | 'some', lists: ListRef<T>, body: (item: Ref<T>) => Condition): Condition {
  const bound = bind((name) => body(refTo<T>({ kind: 'bound', name })));
  return { kind, lists: listTrees(lists), over: 'items', ...bound };
}

function quantifiedKeys<V>(
  kind: 'every' | 'some',
  map: Ref<Readonly<Record<string, V>>>,
  body: (key: Ref<string>, value: Ref<V>) => Condition,
): Condition {
  const of = treeOf(map);
  const bound = bind((name) =>
    body(refTo<string>({ kind: 'bound', name }), refTo<V>({ kind: 'entry', of, key: name })),
  );
  return { kind, lists: [of], over: 'keys', ...bound };
}

function listTrees<T>(lists: ListRef<T>): readonly ValueTree[] {
  return Array.isArray(lists)
    ? lists.map((one: Ref<readonly T[]>) => treeOf(one))
    : [treeOf(lists as Ref<readonly T[]>)];
}
