import { riskClasses, riskClassNames, type RiskClass, type RiskGravity } from '../../model/approvals/risk-class';
import type { SignatureNeed } from '../../model/approvals/approvals';
import { groupBy } from '../../model/group-by';
import type { Text } from '../../model/text';
import type { ReviewContent } from '../../review/review';
import type { Risk } from '../../review/risks/risk';

/** Why somebody must sign, or why nobody must. */
export interface SigningReason {
  readonly class: RiskClass;
  readonly title: Text;
  readonly gravity: RiskGravity;
  /** @default - nobody must sign because of this class */
  readonly need?: SignatureNeed | undefined;
  /** All of the class; none where a need is stated and nothing is told of it. */
  readonly risks: readonly Risk[];
}

/** Classes of risk that a change is of, or that somebody must sign for, gravest first. */
export function signingReasons({ risks, needs }: ReviewContent): readonly SigningReason[] {
  const byClass = groupBy(risks, (one) => one.class);
  const byNeed = new Map(needs.map((one) => [one.class, one]));
  return riskClassNames
    .filter((name) => byClass.has(name) || byNeed.has(name))
    .map((name) => ({
      class: name,
      ...riskClasses[name],
      need: byNeed.get(name),
      risks: byClass.get(name) ?? [],
    }));
}

/** How many people must at least sign, since one may sign for several classes. */
export function leastSigners({ needs }: Pick<ReviewContent, 'needs'>): number {
  return needs.reduce((most, { signatures }) => Math.max(most, signatures), 0);
}
