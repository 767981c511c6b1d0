import { policyCatalog } from './catalog';
import type { ObjectsContext } from './define-policy';
import { isRule } from './engine/language/define-rule';
import type { NamedPolicy } from './evaluation';

/** The rules on single objects: they judge a plan, or other people's manifests, as they judge an assembly. */
export const objectRules: readonly NamedPolicy<ObjectsContext>[] = policyCatalog.flatMap(({ id, policy }) =>
  isRule(policy) ? [{ id, policy }] : [],
);
