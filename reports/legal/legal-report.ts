import type { Attestation } from '../../model/attestations/attestation';
import type { Text } from '../../model/text';
import type { System } from '../../model/tenancy/system';
import type { Tenant } from '../../model/tenancy/tenant';
import type { EvaluationVerdict } from '../../policies/evaluation';
import type { ClauseState, ReportClause } from '../report';

/**
 * How far a system implements its plan: `full-proved` (declared complete, and rules proved every requirement),
 * `full-declared` (declared complete, no rule contradicts, and part of it rests on the declaration), `part`, or
 * `none`. What is declared never counts as proved.
 */
export const planStates = ['full-proved', 'full-declared', 'part', 'none'] as const;

/** How far a system implements its plan. */
export type PlanState = (typeof planStates)[number];

/** One requirement that binds a system, with what rules say of it for this system. */
export interface LegalRequirement {
  readonly clause: ReportClause;
  readonly state: ClauseState;
  /** Judgements of what is the system's own. */
  readonly own: number;
  /** Judgements of what it shares: clusters, sites, owner, nation. */
  readonly shared: number;
  /** Rules that don't pass for this system, sorted. */
  readonly against: readonly string[];
}

/** A system as the report tells of it. */
export interface LegalSystem {
  readonly system: System;
  readonly plan: PlanState;
  /** Requirements by state; they add up to all that bind the system. */
  readonly states: Readonly<Record<ClauseState, number>>;
  readonly requirements: readonly LegalRequirement[];
  /** Signed records of its inspections (Art. 27, 28.5) in the window of the data, oldest first. */
  readonly inspections: readonly Attestation[];
}

/** Numbers of systems in the words of form 08, part 1, and of Article 36. */
export interface LegalTotals {
  readonly systems: number;
  /** Their type is stated (Art. 9.2). */
  readonly classified: number;
  readonly dossiers: number;
  readonly appraised: number;
  readonly approved: number;
  readonly critical: number;
  readonly withRegulation: number;
  /** With a signed record of an inspection in the window of the data, whatever came out. */
  readonly inspected: number;
  /** Declared to be in operation. */
  readonly operating: number;
  readonly plans: Readonly<Record<PlanState, number>>;
  /** Requirements of all systems together, by state. */
  readonly requirements: Readonly<Record<ClauseState, number>>;
}

/** One owner with its systems. */
export interface LegalOwner {
  readonly id: string;
  readonly officialName: Text;
  /** @default - the owner is no tenant of the model */
  readonly tenant?: Tenant | undefined;
  readonly systems: readonly LegalSystem[];
  readonly totals: LegalTotals;
}

/** The window of the data and the two days before which the report is sent (Decree 331/2026 Art. 35.3, 35.4). */
export interface LegalPeriod {
  readonly from: string;
  readonly through: string;
  readonly toOwnerBefore: string;
  readonly toMinistryBefore: string;
}

/** The yearly report of Decree 331/2026 Art. 36 (form 08), for the nation and for each owner of systems. */
export interface LegalReport {
  readonly formatVersion: 1;
  readonly environment: string;
  readonly officialName: Text;
  readonly today: string;
  readonly verdict: EvaluationVerdict;
  readonly assemblyDigest: string;
  readonly evaluationsDigest: string;
  readonly period: LegalPeriod;
  readonly totals: LegalTotals;
  /** Sorted by id. */
  readonly owners: readonly LegalOwner[];
  /** Clauses that bind levels and are left out, since their instruments no longer are, or not yet, in force. */
  readonly leftOut: number;
}
