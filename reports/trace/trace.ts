import type { ControlId } from '../../model/controls/control';
import type { Mark } from '../../model/controls/mark';
import type { Level } from '../../model/level';
import type { Text } from '../../model/text';
import type { Point } from '../../policies/engine/points/points';
import type { EvaluationVerdict, VerdictCounts } from '../../policies/evaluation';
import type { IntegrityKind } from '../../resources/assembly';
import type { ClauseState } from '../report';
import type { EvidenceLink, SignatureLink } from './evidence-link';
import type { FactLink, FactRole } from './fact-index';
import type { TraceStart } from './trace-start';
import type { SubjectKind } from './trace-subject';

/** Why a rule doesn't act at a point. */
export type PointReasons = Readonly<Partial<Record<Point, Text>>>;

/** A control on the chain: what the law asks, how far its source is known, and what the whole judgement says of it. */
export interface TraceClause {
  readonly id: ControlId;
  readonly instrument: string;
  readonly citation: Text;
  readonly officialName: Text;
  readonly title: Text;
  readonly mark: Mark;
  readonly sources: readonly { readonly title: string; readonly urls: readonly string[] }[];
  readonly levels: readonly Level[];
  readonly state: ClauseState;
  /** What rules can't tell of it.
   * @default - rules answer it whole
   */
  readonly why?: Text | undefined;
  /** Every rule that answers it, on this chain or not. */
  readonly rules: readonly string[];
  /** All that its rules judged. */
  readonly counts: VerdictCounts;
}

/** One judgement on the chain. */
export interface TraceJudgement {
  readonly subject: string;
  readonly verdict: keyof VerdictCounts;
  /** @default - it passed */
  readonly where?: string;
  /** @default - it passed */
  readonly got?: string;
  /** @default - it passed */
  readonly want?: string;
  /** Id of the exception that excuses it.
   * @default - none does
   */
  readonly exception?: string;
}

/** A rule on the chain, with what it judged of the chain. */
export interface TraceRule {
  readonly id: string;
  readonly title: Text;
  readonly force: 'block' | 'warn';
  /** Every control that it answers for. */
  readonly clauses: readonly ControlId[];
  readonly points: readonly Point[];
  readonly notAt: PointReasons;
  readonly vacuous: 'no' | 'allowed' | 'refused';
  /** Why it may judge nothing.
   * @default - must judge something
   */
  readonly mayBeVacuous?: Text | undefined;
  /** All that it judged, on this chain or not. */
  readonly counts: VerdictCounts;
  /** Worst first, then by subject. */
  readonly judgements: readonly TraceJudgement[];
}

/** Something that was judged, with the facts behind it and where it stands. */
export interface TraceObject {
  readonly id: string;
  readonly kind: SubjectKind;
  /** Kubernetes kind, or the CloudFormation type.
   * @default - no written object
   */
  readonly objectKind?: string | undefined;
  readonly facts: readonly FactLink[];
  /** @default - no written object */
  readonly constructPath?: string | undefined;
  /** @default - no written object */
  readonly zone?: string | undefined;
  /** @default - serves all levels, or is no written object */
  readonly level?: Level | undefined;
  /** The file that holds it.
   * @default - a thing of the model
   */
  readonly file?: { readonly path: string; readonly address: string; readonly digest: string } | undefined;
}

/** A fact on the chain, with how many judged things it leads to, by the way in which it does. */
export interface TraceFact {
  readonly place: string;
  readonly leads: readonly { readonly as: FactRole; readonly id: string; readonly subjects: number }[];
}

/** What a subject is a part of, and what was judged of that. */
export interface TraceWhole {
  readonly id: string;
  readonly rules: readonly string[];
  readonly counts: VerdictCounts;
}

/** A piece of evidence, and whether the bundle holds it and who signed it. */
export interface TraceEvidence extends EvidenceLink {
  /** @default - no bundle was given */
  readonly inBundle?: boolean | undefined;
  /** How it departs from what the manifest states of it. */
  readonly departures: readonly IntegrityKind[];
  /** Signers of statements that name it. */
  readonly signers: readonly string[];
}

/** A chain from where somebody started to both of its ends; plain data, every list sorted. */
export interface Trace {
  readonly formatVersion: 1;
  readonly environment: string;
  /** `YYYY-MM-DD` of the judgement. */
  readonly today: string;
  readonly verdict: EvaluationVerdict;
  readonly start: TraceStart;
  /** Official name of the system, tenant or site that was asked about.
   * @default - it has none
   */
  readonly officialName?: Text | undefined;
  readonly clauses: readonly TraceClause[];
  readonly rules: readonly TraceRule[];
  readonly objects: readonly TraceObject[];
  readonly facts: readonly TraceFact[];
  /** What the one subject that was asked about is a part of; empty for every other start. */
  readonly wholes: readonly TraceWhole[];
  readonly counts: VerdictCounts;
  readonly evidence: readonly TraceEvidence[];
  /** Signatures over the evidence of the chain.
   * @default - no bundle was given
   */
  readonly signatures?: readonly SignatureLink[] | undefined;
}
