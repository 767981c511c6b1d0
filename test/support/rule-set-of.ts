import type { ObjectsContext, PolicyContext } from '../../policies/define-policy';
import type { NamedPolicy } from '../../policies/evaluation';
import type { RuleSet } from '../../policies/rule-set';

/** Policies as a set that is what its bundle states. */
export function ruleSetOf<C extends ObjectsContext = PolicyContext>(policies: readonly NamedPolicy<C>[]): RuleSet<C> {
  return { policies, digest: `sha256:${'c'.repeat(64)}`, faults: [] };
}
