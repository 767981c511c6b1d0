import type { PolicyException } from '../model/model';
import type { IntegrityFinding } from '../resources/assembly';
import type { Resource } from '../resources/resource';
import { ResourceIndex } from '../resources/view/resource-index';
import { policyCatalog } from './catalog';
import type { ObjectsContext } from './define-policy';
import { isRule } from './engine/language/define-rule';
import { evaluate } from './evaluate';
import type { Evaluation, NamedPolicy } from './evaluation';
import type { RuleSet } from './rule-set';

/** The rules on single objects: they judge a plan, or other people's manifests, as they judge an assembly. */
export const objectRules: readonly NamedPolicy<ObjectsContext>[] = policyCatalog.flatMap(({ id, policy }) =>
  isRule(policy) ? [{ id, policy }] : [],
);

/** The rules on single objects of a set. */
export function onObjects({ policies, digest, faults }: RuleSet): RuleSet<ObjectsContext> {
  return { policies: policies.flatMap(({ id, policy }) => (isRule(policy) ? [{ id, policy }] : [])), digest, faults };
}

/** Objects that are a part of something, and what is known beside them. */
export interface JudgedObjects {
  /** Sorted by id. */
  readonly resources: readonly Resource[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** What couldn't be read of them.
   * @default - all could
   */
  readonly integrity?: readonly IntegrityFinding[];
  /** @default - none */
  readonly exceptions?: readonly PolicyException[];
  readonly rules: Pick<RuleSet<ObjectsContext>, 'policies' | 'faults'>;
}

/** Applies the rules on single objects; one of them may find nothing that it is about. */
export function evaluateObjects({
  resources,
  today,
  integrity = [],
  exceptions = [],
  rules,
}: JudgedObjects): Evaluation {
  const view = { resources: new ResourceIndex(resources), integrity };
  return evaluate(rules, { view, today, isPart: true }, exceptions);
}
