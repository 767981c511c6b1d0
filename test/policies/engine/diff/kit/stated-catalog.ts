import { policyCatalog } from '../../../../../policies/catalog';
import { describeRules } from '../../../../../policies/engine/bundle/rule-bundle';
import { isRule } from '../../../../../policies/engine/language/define-rule';
import type { RuleTree } from '../../../../../policies/engine/language/rule-tree';
import type { Condition } from '../../../../../policies/engine/language/tree';
import type { StatedRule } from '../../../../../policies/engine/diff/stated/stated-rules';
import { ResourceIndex } from '../../../../../resources/view/resource-index';
import type { ObjectsView } from '../../../../../resources/view/objects-view';

/** The rules of the program as a bundle states them; sources of functions are told by their paths alone. */
export const statedCatalog = describeRules(policyCatalog, (path) => path);

/** The rules with their examples, by id. */
export const catalogExamples: ReadonlyMap<string, RuleTree> = new Map(
  policyCatalog.flatMap(({ id, policy }) => (isRule(policy) ? [[id, policy.tree] as const] : [])),
);

/** A rule that stands as a tree. */
export type StatedTree = StatedRule & { readonly tree: NonNullable<StatedRule['tree']> };

/** Every rule that is stated as a tree. */
export const statedTrees: readonly StatedTree[] = statedCatalog.rules.filter(
  (one): one is typeof one & StatedTree => one.tree !== undefined,
);

/** A stated rule of the program by its id. */
export function statedTree(id: string): StatedTree {
  const found = statedTrees.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no rule ${id} is a tree`);
  return found;
}

/** An inventory that holds nothing. */
export const emptyView: ObjectsView = { resources: new ResourceIndex([]), integrity: [] };

/** A condition that passes what a tree lets pass, by the laws of its language alone. */
export function passing({ when, require }: Pick<StatedTree['tree'], 'when' | 'require'>): Condition {
  return when === undefined ? require : { kind: 'any', of: [{ kind: 'not', of: when }, require] };
}
