import type { Attestation } from '../model/attestations/attestation';
import type { DueRow } from '../model/attestations/due';
import type { ControlId } from '../model/controls/control';
import type { Crosswalk } from '../model/controls/crosswalk';
import type { InstrumentStatus } from '../model/controls/define-instrument';
import type { EffectiveDate } from '../model/controls/effective-date';
import type { Mark } from '../model/controls/mark';
import type { Text } from '../model/text';
import type { ExceptionFinding } from '../policies/exceptions';
import type { BundleFault } from '../policies/engine/bundle/bundle-fault';
import type { EvaluationVerdict, Finding, SkippedFinding, VerdictCounts } from '../policies/evaluation';
import type { IntegrityFinding } from '../resources/assembly';
import type { AlikeEnds } from '../resources/view/reachability/matrix/alike-ends';
import type { PathTotals } from '../resources/view/reachability/matrix/path-matrices';
import type { MatrixEnd, PathMatrix } from '../resources/view/reachability/matrix/path-matrix';
import type { LiveReport } from './points/live-report';
import type { WrittenAgencyFlow } from './reachability/answers/agency-lines';
import type { Level } from '../model/level';
import type { Copy } from '../model/tenancy/backup';
import type { DossierState } from '../model/tenancy/dossier';
import type { Placement } from '../model/tenancy/system';

/**
 * What is known of a clause: `holds` (every rule that answers it and had something to judge passed), `fails`,
 * `unknown`, `excepted` (only excused findings stand against it), `in-part` (its rules passed, and a dated record or
 * people must answer the rest), `not-applicable` (its rules had nothing to apply
 * to), `not-covered` (a rule could answer it and none does), `evidence` and `procedure` (no rule answers it, because
 * a dated record or people must).
 */
export const clauseStates = [
  'fails',
  'unknown',
  'excepted',
  'in-part',
  'holds',
  'not-applicable',
  'not-covered',
  'evidence',
  'procedure',
] as const;

/** State of a clause. */
export type ClauseState = (typeof clauseStates)[number];

/** How far the duties of a clause are attested; a record is somebody's signed word, so its state stays what it is. */
export interface ClauseAttestation {
  readonly duties: number;
  readonly attested: number;
  readonly notMet: number;
  readonly overdue: number;
  readonly never: number;
  /** The day on which the first of the records that count ends: `YYYY-MM-DD`.
   * @default - none ends
   */
  readonly through?: string | undefined;
  /** Roles in which the records that count were signed, sorted. */
  readonly roles: readonly string[];
}

/** One clause of the law or a standard, with what the rules say of it. */
export interface ReportClause {
  readonly id: ControlId;
  readonly instrument: string;
  readonly citation: Text;
  readonly title: Text;
  readonly requirement: Text;
  /** How well the source is known. */
  readonly mark: Mark;
  readonly levels: readonly Level[];
  /** The day of effect, or why it isn't known. */
  readonly effectiveFrom: EffectiveDate;
  readonly crosswalk: Crosswalk;
  readonly state: ClauseState;
  /** What rules can't tell of it: for `evidence`, `procedure` and `not-covered`, and where rules answer in part.
   * @default - rules answer it whole
   */
  readonly why?: Text | undefined;
  /** Ids of the rules that answer it. */
  readonly rules: readonly string[];
  readonly counts: VerdictCounts;
  /** @default - no dated record answers it */
  readonly attested?: ClauseAttestation | undefined;
}

/** A duty that dated records answer, with the ids of those in the report's list. */
export interface ReportDue extends Omit<DueRow, 'last' | 'met'> {
  /** The newest record, whatever came out.
   * @default - never attested
   */
  readonly last?: string | undefined;
  /** The newest record by which it was met.
   * @default - none says so
   */
  readonly met?: string | undefined;
}

/** An instrument with the state of its clauses. */
export interface ReportInstrument {
  readonly id: string;
  readonly number: string;
  readonly officialName: Text;
  readonly status: InstrumentStatus;
  /** The day of effect, or why it isn't known. */
  readonly effectiveFrom: EffectiveDate;
  readonly clauses: readonly ReportClause[];
}

/** A date that the law sets for a duty, seen from the day of evaluation. */
export interface ReportDate {
  readonly control: ControlId;
  readonly citation: Text;
  readonly title: Text;
  readonly mark: Mark;
  /** `YYYY-MM-DD`; of a yearly duty the next one. */
  readonly date: string;
  readonly yearly: boolean;
  /** Days that are left; negative when the date has passed. */
  readonly days: number;
}

/** One rule with its counts; its findings are in the report's list. */
export interface ReportRule {
  readonly id: string;
  readonly title: Text;
  readonly why: Text;
  readonly fix: Text;
  readonly force: 'block' | 'warn';
  readonly controls: readonly ControlId[];
  readonly subjects: number;
  readonly counts: VerdictCounts;
  readonly vacuous: 'no' | 'allowed' | 'refused';
  /** Why it may apply to nothing.
   * @default - must apply to something
   */
  readonly mayBeVacuous?: Text | undefined;
  readonly blocks: boolean;
}

/** A row of a table of numbers: the names of what is counted, and how many. */
export interface ReportCount {
  readonly names: readonly string[];
  /** Official name of the site or province that is counted.
   * @default - has none
   */
  readonly officialName?: Text | undefined;
  readonly count: number;
}

/** A system as an auditor lists it. */
export interface ReportSystem {
  readonly id: string;
  readonly officialName: Text;
  /** Id of the tenant that owns it. */
  readonly owner: string;
  /** @default - the owner is no tenant of the model */
  readonly ownerName?: Text | undefined;
  readonly level: Level;
  readonly sites: readonly Pick<Placement, 'site' | 'role'>[];
  /** As the owner declares it; nothing verifies it. */
  readonly dossier: DossierState;
  readonly logRetentionDays: number;
  readonly rpoMinutes: number;
  readonly rtoMinutes: number;
  readonly copies: readonly Pick<Copy, 'site' | 'medium'>[];
  readonly findings: number;
}

/** One place that a blocker stands at. */
export interface ReportBlockerExample {
  readonly subject: string;
  /** Field or part of the subject; empty for all of it. */
  readonly where: string;
  readonly got: string;
  readonly want: string;
  /** File and line of the fact that caused it, or the artifact's file; empty when neither is known. */
  readonly place: string;
}

/** One thing that stops deployment: a rule, an exception at fault, or a departure of the assembly from its manifest. */
export interface ReportBlocker {
  readonly cause: 'rule' | 'exception' | 'integrity' | 'bundle';
  /** Id of the rule or exception, or the kind of departure. */
  readonly id: string;
  readonly title: Text;
  /** What to do. */
  readonly fix: Text;
  /** Findings behind it; 0 when a rule had nothing to judge. */
  readonly count: number;
  /** The first of them. */
  readonly examples: readonly ReportBlockerExample[];
}

/** How many workloads one workload comes to by so many hops and no fewer; 0 hops is itself. */
export interface HopRing {
  readonly hops: number;
  readonly workloads: number;
}

/** How much of a limit is used, of one cluster or one thing in it. */
export interface LimitUse {
  /** Name of the cluster, and what is used of it. */
  readonly label: Text;
  readonly used: number;
  readonly limit: number;
}

/** A flow between agencies, with the names of the agencies. */
export interface ReportAgencyFlow extends WrittenAgencyFlow {
  /** @default - an owner that is not in the model */
  readonly fromName?: Text | undefined;
  /** @default - an owner that is not in the model */
  readonly toName?: Text | undefined;
}

/** Who can reach whom in all clusters, beside what is declared. */
export interface ReportReachability {
  readonly totals: PathTotals;
  readonly zones: PathMatrix;
  readonly provinces: PathMatrix;
  /** Each province with what it and its communes share with others; communes of the same numbers together. */
  readonly communes: readonly { readonly province: MatrixEnd; readonly alike: readonly AlikeEnds[] }[];
  /** Every flow between agencies with the platform that carries it, by id. */
  readonly agencyFlows: readonly ReportAgencyFlow[];
  /** What follows where one workload is taken over, nearest first.
   * @default - nobody asked
   */
  readonly blast?: { readonly from: string; readonly rings: readonly HopRing[] } | undefined;
  /** @default - nobody asked */
  readonly headroom?: readonly LimitUse[] | undefined;
}

/** Everything that a format may show; plain data, every list sorted. */
export interface Report {
  readonly formatVersion: 3;
  readonly environment: string;
  readonly officialName: Text;
  /** `YYYY-MM-DD` of the evaluation. */
  readonly today: string;
  /** The last day on which every exception that the verdict rests on still holds.
   * @default - rests on no exception
   */
  readonly validThrough?: string | undefined;
  readonly verdict: EvaluationVerdict;
  /** All that stops deployment; empty when the verdict is passed. */
  readonly blockers: readonly ReportBlocker[];
  readonly assemblyDigest: string;
  readonly bundleDigest: string;
  readonly evaluationsDigest: string;
  readonly tools: Readonly<Record<string, string>>;
  readonly rules: readonly ReportRule[];
  readonly counts: VerdictCounts;
  readonly evaluations: number;
  readonly clauseStates: Readonly<Record<ClauseState, number>>;
  readonly instruments: readonly ReportInstrument[];
  /** What the law dates, earliest first. */
  readonly dates: readonly ReportDate[];
  /** Records of manual controls whose signatures hold, sorted by id. */
  readonly attestations: readonly Attestation[];
  /** Every duty that no rule can tell, sorted by control, then subject. */
  readonly due: readonly ReportDue[];
  readonly findings: readonly (Finding & { readonly verdict: 'fail' | 'unknown' | 'error' })[];
  readonly skipped: readonly SkippedFinding[];
  readonly exceptions: readonly ExceptionFinding[];
  /** How the rules depart from their bundle. */
  readonly faults: readonly BundleFault[];
  readonly integrity: readonly IntegrityFinding[];
  readonly inventory: {
    readonly bySite: readonly ReportCount[];
    readonly byProvince: readonly ReportCount[];
    readonly byLevel: readonly ReportCount[];
    readonly byKind: readonly ReportCount[];
  };
  readonly systems: readonly ReportSystem[];
  readonly reachability: ReportReachability;
  /** Kinds that no reader knows, so no rule judged their fields. */
  readonly unknownKinds: readonly string[];
  /** What clusters say of every rule; the states of clauses above are those of the assembly.
   * @default - no cluster was asked
   */
  readonly live?: LiveReport | undefined;
}
