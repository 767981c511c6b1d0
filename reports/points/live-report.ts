import type { Text } from '../../model/text';
import type { Point } from '../../policies/engine/points/points';
import type { VerdictCounts } from '../../policies/evaluation';

/**
 * What a point says of a rule: `fails`, `unknown` (not all that the rule is about could be told, so it is no pass),
 * `excepted` (only excused findings stand against it), `holds`, `not-applicable` (the rule had nothing to apply to),
 * `silent` (the rule can't act there), `not-asked` (it could, and nobody asked).
 */
export const pointStates = ['fails', 'unknown', 'excepted', 'holds', 'not-applicable', 'silent', 'not-asked'] as const;

/** State of a rule at a point. */
export type PointState = (typeof pointStates)[number];

/**
 * Why a point didn't see an object that the assembly has: its cluster gave no answer (`unreached`), the object could not
 * be read (`untold`), it isn't there (`missing`), the server can't try it before something else stands (`awaits`), or it
 * refuses what would be applied (`refused`); or this delivery doesn't bring it: its kind has no definition there
 * (`no-definition`), the cluster pulls it by itself (`pulled`), or another tool brings it (`elsewhere`).
 */
export const unseenCauses = [
  'unreached',
  'untold',
  'missing',
  'awaits',
  'refused',
  'no-definition',
  'pulled',
  'elsewhere',
] as const;

/** Why a point didn't see an object. */
export type UnseenCause = (typeof unseenCauses)[number];

/** Objects that a rule is about and a point didn't see. */
export interface Unseen {
  readonly cause: UnseenCause;
  readonly count: number;
}

/** What one point says of one rule. */
export interface PointResult {
  readonly state: PointState;
  /** Why it says nothing, or less than it seems.
   * @default - the state says it all
   */
  readonly why?: Text | undefined;
  /** Judgements by verdict; at admission, clusters by whether the rule stands there. */
  readonly counts: VerdictCounts;
  /** Sorted by cause, in the order of the causes. */
  readonly unseen: readonly Unseen[];
  /** Clusters that answered, sorted. */
  readonly clusters: readonly string[];
}

/** How the policies that carry a rule stand in a cluster. */
export type Standing = 'enforced' | 'departed' | 'absent' | 'unknown';

/** What an API server answered to objects that break a rule. */
export interface ExampleAnswers {
  /** Refused by a policy that carries the rule. */
  readonly refused: number;
  /** Refused by something else before. */
  readonly refusedByOther: number;
  /** No answer about admission: the server holds them for no object, or gave none. */
  readonly untried: number;
  /** Wrongly let in. */
  readonly letIn: number;
}

/** How a rule stands at the API server of one cluster. */
export interface AdmissionOnCluster {
  readonly cluster: string;
  readonly standing: Standing;
  /** Names of the policies that carry the rule, sorted. */
  readonly policies: readonly string[];
  /** What is not as the assembly says, in few words. */
  readonly reasons: readonly string[];
  /** @default - no example was sent */
  readonly examples?: ExampleAnswers | undefined;
  /** Why none was sent.
   * @default - some were
   */
  readonly notAsked?: Text | undefined;
}

/** What the API servers say of one rule. */
export interface AdmissionResult extends PointResult {
  /** Sorted by cluster; empty where the rule is silent. */
  readonly standings: readonly AdmissionOnCluster[];
}

/** What the four points say of one rule. */
export interface RulePoints {
  readonly rule: string;
  readonly force: 'block' | 'warn';
  readonly synth: PointResult;
  readonly plan: PointResult;
  readonly admission: AdmissionResult;
  readonly live: PointResult;
}

/** One thing that stands against a rule at a point where clusters were asked. */
export interface PointFinding {
  readonly rule: string;
  readonly point: 'plan' | 'admission' | 'live';
  readonly verdict: 'fail' | 'unknown' | 'error';
  readonly subject: string;
  /** Field or part of the subject; empty for all of it. */
  readonly where: string;
  readonly got: string;
  readonly want: string;
}

/** An object that doesn't stand as the assembly says. */
export interface DepartedObject {
  readonly id: string;
  readonly kind: 'different' | 'missing' | 'kind-missing' | 'untold';
  /** Paths of what differs, as Kubernetes writes them; their values may be secrets. */
  readonly fields: readonly string[];
}

/** A cluster that gave no answer. */
export interface UnreachedCluster {
  readonly cluster: string;
  readonly why: string;
}

/** What clusters say of the rules, beside what the gate says of the assembly. */
export interface LiveReport {
  /** `YYYY-MM-DD` on which they were asked. */
  readonly day: string;
  /** Clusters that were asked, sorted. */
  readonly clusters: readonly string[];
  /** Those of them that gave no answer, sorted. */
  readonly unreached: readonly UnreachedCluster[];
  /** Clusters of the assembly that nobody asked, sorted. */
  readonly leftOut: readonly string[];
  /** Objects that were compared. */
  readonly compared: number;
  /** Objects that stand as the assembly says. */
  readonly equal: number;
  /** Sorted by id. */
  readonly departed: readonly DepartedObject[];
  /** Rules that the assembly passes and that don't hold where it runs, sorted: what a reader must see first. */
  readonly onlyAsWritten: readonly string[];
  /** Rules that the assembly passes and of which clusters can't tell, sorted. */
  readonly untold: readonly string[];
  /** How many rules are in which state, at each point. */
  readonly states: Readonly<Record<Point, Readonly<Record<PointState, number>>>>;
  /** Sorted by rule. */
  readonly rules: readonly RulePoints[];
  /** Sorted by rule, then point, then subject. */
  readonly findings: readonly PointFinding[];
}
