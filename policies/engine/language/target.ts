import type { JsonObject } from '../../../resources/resource';

/** A kind of Kubernetes. */
export interface TargetKind {
  readonly kind: string;
  /** API group; empty for the core. */
  readonly group: string;
  readonly version: string;
  /** Under which the API server is asked for it: plural, lower case. */
  readonly resource: string;
  /** Subresources that write the whole object.
   * @default - none
   */
  readonly subresources?: readonly string[];
  /** What else an object of the kind must hold to be one; examples get it.
   * @default - nothing
   */
  readonly frame?: JsonObject;
}

/** Kinds that hold what a rule speaks of at the same place. */
export interface TargetShape {
  /** Part of the name of what is made of it: `pod`, `template`. */
  readonly name: string;
  readonly kinds: readonly [TargetKind, ...TargetKind[]];
  /** Where in the object stands what the rule speaks of.
   * @default - the object itself
   */
  readonly root?: readonly string[];
}

/** What rules can be about; `T` is the type of what stands at the root of each shape. */
export interface Target<T> {
  /** How its rules and its admission policies are called: `workloads`. */
  readonly name: string;
  readonly shapes: readonly [TargetShape, ...TargetShape[]];
  /** Whether its objects stand in namespaces. */
  readonly namespaced: boolean;
  /** Users whose requests aren't asked about at admission: what Kubernetes itself makes of the kind.
   * @default - nobody
   */
  readonly exempt?: readonly string[];
  /** Whether controllers make its objects from others, which were judged themselves, so that admission doesn't ask again.
   * @default false
   */
  readonly copied?: boolean;
  /** What every rule lets pass; examples change one thing of it. */
  readonly healthy: T;
}

/** Makes a target. */
export function defineTarget<T>(target: Target<T>): Target<T> {
  return Object.freeze(target);
}

/** The `apiVersion` of objects of a kind. */
export function apiVersionOf({ group, version }: Pick<TargetKind, 'group' | 'version'>): string {
  return group === '' ? version : `${group}/${version}`;
}
