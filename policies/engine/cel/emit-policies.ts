import type { Text } from '../../../model/text';
import { groupBy } from '../../../model/group-by';
import type { RuleScope } from '../language/rule-tree';
import type { Rule } from '../language/define-rule';
import type { TargetShape } from '../language/target';
import { isTellable, readTreeOf } from '../reads/read-tree';
import { emitCondition } from './emit-condition';
import { emitReads } from './emit-reads';
import type { Emitted } from './emit-value';

/** A rule under its id. */
export interface NamedRule {
  readonly id: string;
  readonly rule: Rule;
}

/** One rule as an API server judges it. */
export interface AdmissionValidation {
  /** Id of the rule. */
  readonly rule: string;
  /** CEL that is true where the object is as required, or the rule doesn't apply to it. */
  readonly expression: string;
  readonly message: Text;
  /** CEL of everything that the rule reads, as `readText` tells it; undefined where no text can tell it. */
  readonly reads: string | undefined;
  /** Upper bound of what it costs, in units of the API server. */
  readonly cost: number;
}

/** What an API server is asked of the kinds of one shape. */
export interface EmittedPolicy {
  /** `workloads-pod-everywhere`. */
  readonly name: string;
  readonly scope: RuleScope;
  readonly shape: TargetShape;
  /** Users that the API server doesn't ask about. */
  readonly exempt: readonly string[];
  /** Whether controllers make its objects from others that were judged. */
  readonly copied: boolean;
  readonly validations: readonly AdmissionValidation[];
}

/** What one validation may cost at most: a quarter of what the API server allows an expression (PerCallLimit). */
export const EXPRESSION_COST_MAX = 250_000;

/** What a policy may cost at most: a quarter of what the API server allows all of its expressions (RuntimeCELCostBudget). */
export const POLICY_COST_MAX = 2_500_000;

/**
 * Every rule that blocks as the API server's own policies: one for each shape of a target and each scope. What a rule
 * only warns of is no reason to refuse a request.
 */
export function emitPolicies(rules: readonly NamedRule[]): readonly EmittedPolicy[] {
  const blocking = rules.filter(({ rule }) => rule.force === 'block');
  const groups = groupBy(blocking, ({ rule: { tree } }) => `${tree.on.name}-${tree.scope}`);
  const policies = [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : first.rule.tree.on.shapes.map((shape) => emitPolicy(shape, group, first.rule));
  });
  return policies.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function emitPolicy(shape: TargetShape, group: readonly NamedRule[], { tree }: Rule): EmittedPolicy {
  const parts = [tree.on.name, ...(tree.on.shapes.length > 1 ? [shape.name] : []), tree.scope];
  const validations = group.map((one) => emitValidation(one, shape)).toSorted((a, b) => (a.rule < b.rule ? -1 : 1));
  const cost = validations.reduce((sum, one) => sum + one.cost, 0);
  if (cost > POLICY_COST_MAX)
    throw new RangeError(`the policy ${parts.join('-')} may cost ${cost}, more than ${POLICY_COST_MAX}`);
  const { exempt = [], copied = false } = tree.on;
  return { name: parts.join('-'), scope: tree.scope, shape, exempt, copied, validations };
}

function emitValidation({ id, rule }: NamedRule, { root = [] }: TargetShape): AdmissionValidation {
  const object: Emitted = { text: ['object', ...root].join('.'), cost: 1 + root.length };
  const { when, require } = rule.tree;
  const condition = when === undefined ? require : ({ kind: 'any', of: [{ kind: 'not', of: when }, require] } as const);
  const { text, cost } = emitCondition(condition, object);
  if (cost > EXPRESSION_COST_MAX)
    throw new RangeError(`the rule ${id} may cost ${cost}, more than ${EXPRESSION_COST_MAX}`);
  const tree = readTreeOf(rule.tree);
  const reads = isTellable(tree) ? emitReads(tree, object.text) : undefined;
  return { rule: id, expression: text, message: rule.title, reads, cost };
}
