import type { Scalar } from './scalar';
import type { ValueTree } from './tree';

/** Where a reference keeps its tree; no field of any object has this name. */
const tree: unique symbol = Symbol('tree');

/** Carries the type of the value, which stands nowhere at run time. */
declare const shape: unique symbol;

interface Carrier<T> {
  readonly [tree]: ValueTree;
  readonly [shape]?: T;
}

/**
 * A place in an object, typed from the schema of its kind: `pod.spec.hostNetwork` compiles, `pod.spec.hostNetwrok`
 * doesn't. Names a value; holds none.
 */
export type Ref<T> = Carrier<T> &
  ([T] extends [Scalar | readonly unknown[]] ? unknown : { readonly [K in keyof T]-?: Ref<NonNullable<T[K]>> });

/** Several lists that are looked at as one, or one list. */
export type ListRef<T> = Ref<readonly T[]> | readonly Ref<readonly T[]>[];

/** A reference to the value that a tree finds. */
export function refTo<T>(node: ValueTree): Ref<T> {
  return new Proxy(Object.freeze({}), {
    get: (_, key) => (key === tree ? node : refTo({ kind: 'member', of: node, key: String(key) })),
  }) as Ref<T>;
}

/** The tree of a reference. */
export function treeOf(ref: Carrier<unknown>): ValueTree {
  return ref[tree];
}
