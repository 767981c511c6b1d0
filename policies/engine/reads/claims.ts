import type { JsonValue } from '../../../resources/resource';
import { findTest } from '../language/value-tests/test-table';
import type { Condition, TestCondition, ValueTree } from '../language/tree';

/** A step to a value: a key, any item of a list, or any entry of a map. */
export type ClaimStep = { readonly key: string } | { readonly any: 'item' | 'entry' };

/** A place that a condition reads: in the object, or among the labels of its namespace. */
export interface Claim {
  readonly of: 'object' | 'namespace';
  readonly path: readonly ClaimStep[];
  /** Whether the key of the entry is read, and not its value. */
  readonly isKey: boolean;
  /** What the condition takes it for: a list or map of which it looks at each part, or one value. */
  readonly role: 'list' | 'map' | 'value';
  /** The test that judges what stands there; undefined where only its being there, or its number, counts. */
  readonly test: TestCondition | undefined;
  /** What of it decides: what stands there, that something does, or how many items; parts of a list have claims of their own. */
  readonly reads: 'value' | 'presence' | 'count' | 'parts';
}

/** Every place that a condition reads, in the order of the tree. */
export function claimsOf(condition: Condition): readonly Claim[] {
  return collect(condition, new Map());
}

/** Values on both sides of every edge of what is asked of a place, and values of every other type. */
export function nearValues({ test, role }: Claim): readonly JsonValue[] {
  if (role !== 'value') return [role === 'list' ? [] : {}];
  const near = test === undefined ? [] : findTest(test.test).near(test.operand);
  return [...near, ...STRANGE];
}

const STRANGE: readonly JsonValue[] = ['', 'other', 0, 7, true, false, [], {}];

interface Bound {
  readonly of: Claim['of'];
  readonly path: readonly ClaimStep[];
  readonly over: 'items' | 'keys';
}

type Role = Pick<Claim, 'role' | 'test' | 'reads'>;

const VALUE: Role = { role: 'value', test: undefined, reads: 'value' };
const PRESENCE: Role = { role: 'value', test: undefined, reads: 'presence' };
const COUNT: Role = { role: 'list', test: undefined, reads: 'count' };
const LIST: Role = { role: 'list', test: undefined, reads: 'parts' };
const MAP: Role = { role: 'map', test: undefined, reads: 'parts' };

type Scope = ReadonlyMap<string, readonly Bound[]>;

function collect(condition: Condition, scope: Scope): readonly Claim[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap((one) => collect(one, scope));
    case 'not':
      return collect(condition.of, scope);
    case 'exists':
      return claimsAt(condition.value, scope, PRESENCE);
    case 'test':
      return claimsAt(condition.value, scope, { ...VALUE, test: condition });
    case 'same':
      return [...claimsAt(condition.left, scope, VALUE), ...claimsAt(condition.right, scope, VALUE)];
    case 'count':
      return condition.lists.flatMap((one) => claimsAt(one, scope, COUNT));
    case 'every':
    case 'some': {
      const lists = condition.lists.flatMap((one) => claimsAt(one, scope, condition.over === 'items' ? LIST : MAP));
      const step: ClaimStep = { any: condition.over === 'items' ? 'item' : 'entry' };
      const bound = lists.map(({ of, path }): Bound => ({ of, path: [...path, step], over: condition.over }));
      return [...lists, ...collect(condition.body, new Map([...scope, [condition.name, bound]]))];
    }
  }
}

function claimsAt(value: ValueTree, scope: Scope, role: Role): readonly Claim[] {
  switch (value.kind) {
    case 'object':
      return [{ of: 'object', path: [], isKey: false, ...role }];
    case 'bound':
      return (scope.get(value.name) ?? []).map(({ of, path, over }) => ({ of, path, isKey: over === 'keys', ...role }));
    case 'member':
      return claimsAt(value.of, scope, role).map((one) => ({ ...one, path: [...one.path, { key: value.key }] }));
    case 'entry':
      return (scope.get(value.key) ?? []).map(({ of, path }) => ({ of, path, isKey: false, ...role }));
    case 'namespace-label':
      return [{ of: 'namespace', path: [{ key: value.key }], isKey: false, ...role }];
    case 'default':
      return claimsAt(value.of, scope, role);
  }
}
