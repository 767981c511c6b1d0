import type { Target } from './target';
import type { Condition } from './tree';

/** Which namespaces a rule speaks of; those of Kubernetes itself are never among them. */
export type RuleScope = 'everywhere' | 'tenants' | 'platform';

/** What is written differently from the healthy object of the target; null takes a field away. */
export type Patch<T> = [T] extends [readonly (infer I)[]]
  ? readonly (Patch<I> | null)[]
  : [T] extends [object]
    ? { readonly [K in keyof T]?: Patch<NonNullable<T[K]>> | null }
    : T;

/** One object that a rule is tried on. */
export interface Example<T> {
  /** What differs from the healthy object.
   * @default - nothing does
   */
  readonly object?: Patch<T>;
  /** Labels of its namespace beside those that say whose it is.
   * @default - none
   */
  readonly namespace?: Readonly<Record<string, string>>;
}

/** Named examples of a rule: they are its tests, its documentation, and what its mutants are tried on. */
export interface Examples<T> {
  readonly passes: Readonly<Record<string, Example<T>>>;
  readonly fails: Readonly<Record<string, Example<T>>>;
  /** Objects that `when` leaves out.
   * @default - the rule has no `when`
   */
  readonly ignores?: Readonly<Record<string, Example<T>>>;
}

/** A reason for each mutant that is equivalent to its rule, by what it changes. */
export type Equivalents = Readonly<Record<string, string>>;

/** A rule on one object, as data: the same tree is judged by us and, as CEL, by API servers. */
export interface RuleTree<T = unknown> {
  readonly on: Target<T>;
  readonly scope: RuleScope;
  /** Where it isn't so, the rule doesn't apply; undefined where the rule always applies. */
  readonly when: Condition | undefined;
  readonly require: Condition;
  readonly examples: Examples<T>;
  /** Why changes of the tree that no object can tell from it make no difference; by the change, as the mutants are called. */
  readonly equivalents: Equivalents;
}
