import type { SignatureNeed } from '../model/approvals/approvals';
import type { RiskClass } from '../model/approvals/risk-class';
import type { RecoveryChange } from './assurance/recovery-changes';
import type { QuotaChange } from './assurance/quota-changes';
import type { WaiverChange } from './assurance/waiver-changes';
import type { FactChange } from './facts/fact-changes';
import type { FindingChange } from './findings/finding-changes';
import type { ObjectChange } from './objects/object-changes';
import type { PlacedChange } from './paths/placed-change';
import type { BlastRadius } from './reach/blast-radius';
import type { EscalationNote, RightChange } from './rights/right-changes';
import type { Risk } from './risks/risk';
import type { RuleNote } from './rules/rule-notes';

/** Who must sign because of a class of risk that a change is of. */
export interface NeededSignatures extends SignatureNeed {
  readonly class: RiskClass;
}

/**
 * What a change means: all that is approved. Nothing in it speaks of what stays the same, so that a change that is put on
 * top of another base and still does the same has the same digest.
 */
export interface ReviewContent {
  readonly formatVersion: 1;
  readonly environment: string;
  /** Those who wrote the change, sorted, by their names as signers or else their mail addresses; nobody of them may approve it. */
  readonly authors: readonly string[];
  /** Digest of the assembly where there is no base to compare it with.
   * @default - there is a base, and the rest tells all that differs
   */
  readonly assembly?: string | undefined;
  /** Gravest first. */
  readonly risks: readonly Risk[];
  /** By class of risk; empty when nobody must sign. */
  readonly needs: readonly NeededSignatures[];
  readonly reach: BlastRadius;
  readonly facts: readonly FactChange[];
  readonly findings: readonly FindingChange[];
  readonly paths: readonly PlacedChange[];
  /** Rules that are stated otherwise. */
  readonly rules: readonly RuleNote[];
  readonly rights: readonly RightChange[];
  readonly escalations: readonly EscalationNote[];
  readonly quotas: readonly QuotaChange[];
  readonly recovery: readonly RecoveryChange[];
  readonly waivers: readonly WaiverChange[];
  readonly objects: readonly ObjectChange[];
}

/** One side of a review. */
export interface ReviewedSide {
  /** Digest of the assembly. */
  readonly assembly: string;
  /** Digest of the bundle of rules that judged it. */
  readonly rules: string;
  /** How many objects it has. */
  readonly objects: number;
}

/** A review: its content with the digest that people sign, and the two states that it was made of. */
export interface Review {
  /** Of the canonical JSON of the content. */
  readonly digest: string;
  readonly content: ReviewContent;
  /** Undefined at the first deploy.
   * @default - nothing was deployed
   */
  readonly base?: ReviewedSide | undefined;
  readonly head: ReviewedSide;
}
