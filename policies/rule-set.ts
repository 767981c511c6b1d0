import type { ObjectsContext, PolicyContext } from './define-policy';
import type { BundleFault } from './engine/bundle/bundle-fault';
import type { NamedPolicy } from './evaluation';

/** The rules that an evaluation applies, and how they depart from what was reviewed. */
export interface RuleSet<C extends ObjectsContext = PolicyContext> {
  readonly policies: readonly NamedPolicy<C>[];
  /** The digest of the bundle that they make. */
  readonly digest: string;
  /** Empty when the rules are those of their bundle; any fault makes the evaluation incomplete. */
  readonly faults: readonly BundleFault[];
}
