import type { Scalar } from './scalar';
import type { TestName } from './value-tests/test-table';

/** How a value is found, as data; it may be absent, and it may be unknown. */
export type ValueTree =
  /** What the rule is about: the object, or the part of it that its target lifts out. */
  | { readonly kind: 'object' }
  /** The item, or the key, that a quantifier binds under a name. */
  | { readonly kind: 'bound'; readonly name: string }
  | { readonly kind: 'member'; readonly of: ValueTree; readonly key: string }
  /** The value of a map under the key that a quantifier binds. */
  | { readonly kind: 'entry'; readonly of: ValueTree; readonly key: string }
  /** A label of the namespace that holds the object. */
  | { readonly kind: 'namespace-label'; readonly key: string }
  /** What Kubernetes takes for a field that isn't written. */
  | { readonly kind: 'default'; readonly of: ValueTree; readonly value: Scalar };

/** A condition, as data: total, without loops beyond its quantifiers, without clock and network. */
export type Condition =
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'exists'; readonly value: ValueTree }
  | TestCondition
  | { readonly kind: 'same'; readonly left: ValueTree; readonly right: ValueTree }
  | QuantifiedCondition
  | CountCondition;

/** One value against what the rule names; an absent value meets no test. */
export interface TestCondition {
  readonly kind: 'test';
  readonly test: TestName;
  readonly value: ValueTree;
  readonly operand: Scalar | readonly Scalar[];
}

/** A condition on every or on some item of lists, or entry of a map; an absent list is an empty one. */
export interface QuantifiedCondition {
  readonly kind: 'every' | 'some';
  /** Several lists are looked at as one. */
  readonly lists: readonly ValueTree[];
  /** `items` of lists, or `keys` of a map. */
  readonly over: 'items' | 'keys';
  /** The name under which the body finds the item or key. */
  readonly name: string;
  readonly body: Condition;
}

/** The number of items of lists, or of entries of a map. */
export interface CountCondition {
  readonly kind: 'count';
  readonly lists: readonly ValueTree[];
  readonly order: 'at-least' | 'at-most';
  readonly number: number;
}
