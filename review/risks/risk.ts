import type { RiskClass } from '../../model/approvals/risk-class';
import type { Text } from '../../model/text';
import type { RecoveryChange } from '../assurance/recovery-changes';
import type { QuotaChange } from '../assurance/quota-changes';
import type { WaiverChange } from '../assurance/waiver-changes';
import type { FactChange } from '../facts/fact-changes';
import type { FindingChange } from '../findings/finding-changes';
import type { ObjectChange } from '../objects/object-changes';
import type { WeakenedWorkload } from '../paths/path-changes';
import type { PlacedChange } from '../paths/placed-change';
import type { RightChanges } from '../rights/right-changes';
import type { RuleNotes } from '../rules/rule-notes';
import type { TemplateTenants } from '../template/template-tenants';
import type { ReviewedState } from '../reviewed-state';

/** One thing that a change does and that somebody must know of before it is done, with something that shows it. */
export interface Risk {
  readonly class: RiskClass;
  /** One sentence. */
  readonly what: Text;
  /** Something concrete that shows it: a packet, an object, a value before and after. */
  readonly witness: Text;
  /** How many things are so. */
  readonly count: number;
  /** The tenants whose things they are, sorted. */
  readonly tenants: readonly string[];
}

/** Everything that differs, as those see it who look for risks. */
export interface Changes {
  readonly before: ReviewedState | undefined;
  readonly after: ReviewedState;
  /** Files of the program that differ. */
  readonly program: readonly string[];
  readonly facts: readonly FactChange[];
  readonly findings: readonly FindingChange[];
  readonly paths: readonly PlacedChange[];
  readonly template: TemplateTenants;
  /** Workloads that refuse less though nothing more passes. */
  readonly weakened: readonly WeakenedWorkload[];
  readonly rules: RuleNotes;
  readonly rights: RightChanges;
  readonly quotas: readonly QuotaChange[];
  readonly recovery: readonly RecoveryChange[];
  readonly waivers: readonly WaiverChange[];
  readonly objects: readonly ObjectChange[];
}
