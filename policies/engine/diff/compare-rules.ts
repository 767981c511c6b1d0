import { canonicalJson } from '../../../model/canonical-json';
import type { ObjectsView } from '../../../resources/view/objects-view';
import type { PolicyResult } from '../../evaluation';
import type { StatedRule, StatedRules } from './stated/stated-rules';
import type { RuleTree } from '../language/rule-tree';
import { compareRule } from './compare-rule';
import type { RuleComparison } from './rule-change';

/** Rules before and after, and what they are tried on. */
export interface ComparedRules {
  readonly before: StatedRules;
  readonly after: StatedRules;
  /** The objects on which rules are tried beside those that are made for it. */
  readonly inventory: ObjectsView;
  /** Rules as they stand in a program, whose examples are tried too, by id.
   * @default - none
   */
  readonly examples?: ReadonlyMap<string, RuleTree>;
  /** What rules that are written as functions said of one assembly; without it nothing is known of them.
   * @default - not asked
   */
  readonly results?: { readonly before: readonly PolicyResult[]; readonly after: readonly PolicyResult[] };
}

/**
 * Says of every rule that is stated differently what that means: for which objects it is looser or stricter, proved on
 * its tree or shown by an object. Rules whose statements are the same bytes are counted.
 */
export function compareRules(given: ComparedRules): RuleComparison {
  const { before, after } = given;
  const [old, now] = [byId(before.rules), byId(after.rules)];
  const ids = [...new Set([...old.keys(), ...now.keys()])].toSorted();
  const differing = ids.filter((id) => textOf(old.get(id)) !== textOf(now.get(id)));
  const targets = new Targets();
  const [said, says] = [resultsById(given.results?.before ?? []), resultsById(given.results?.after ?? [])];
  const changes = differing.map((id) => {
    const example = given.examples?.get(id);
    return compareRule(
      { id, before: targets.shared(old.get(id)), after: targets.shared(now.get(id)) },
      {
        inventory: given.inventory,
        examples: example === undefined ? [] : [example],
        results: { before: said.get(id), after: says.get(id) },
      },
    );
  });
  return { changes, same: ids.length - differing.length, isEngineChanged: before.engine !== after.engine };
}

/** The same object for equal targets: what an inventory holds for a target is looked for once. */
class Targets {
  private readonly known = new Map<string, NonNullable<StatedRule['tree']>['on']>();

  public shared(rule: StatedRule | undefined): StatedRule | undefined {
    if (rule?.tree === undefined) return rule;
    const text = canonicalJson(rule.tree.on);
    const on = this.known.get(text) ?? rule.tree.on;
    this.known.set(text, on);
    return { ...rule, tree: { ...rule.tree, on } };
  }
}

function byId(rules: readonly StatedRule[]): ReadonlyMap<string, StatedRule> {
  return new Map(rules.map((one) => [one.id, one]));
}

function resultsById(results: readonly PolicyResult[]): ReadonlyMap<string, PolicyResult> {
  return new Map(results.map((one) => [one.policy, one]));
}

function textOf(rule: StatedRule | undefined): string {
  return rule === undefined ? '' : canonicalJson(rule);
}
