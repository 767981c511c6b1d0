import { evaluate } from '../../../policies/evaluate';
import type { Evaluation } from '../../../policies/evaluation';
import type { RuleSet } from '../../../policies/rule-set';
import type { Assembly } from '../../../resources/assembly';
import type { Resource } from '../../../resources/resource';
import { AssemblyView } from '../../../resources/view/assembly-view';

/** What stands where an assembly was brought to, and the rules that judge it. */
export interface LiveJudging {
  /** What was brought; of each, what stands takes its place. */
  readonly delivered: readonly Resource[];
  readonly standing: readonly Resource[];
  readonly rules: RuleSet;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * What the rules of the gate say of the live objects, beside those of the clusters that are left out, as the assembly has
 * them; rules that judge files alone say nothing.
 */
export function judgeLive(assembly: Assembly, { delivered, standing, rules, today }: LiveJudging): Evaluation {
  const replaced = new Set(delivered.map(({ id }) => id));
  const resources = [...assembly.resources.filter(({ id }) => !replaced.has(id)), ...standing].toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  const view = new AssemblyView({ ...assembly, resources });
  const policies = rules.policies.filter(({ policy }) => policy.whyNotLive === undefined);
  const exceptions = assembly.model.exceptions.filter((one) => policies.some(({ id }) => id === one.policy));
  return evaluate({ policies, faults: rules.faults }, { view, today }, exceptions);
}
