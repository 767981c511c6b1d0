import type { ReportClause } from '../../report';
import type { OscalExport, OscalPart } from '../parts/oscal-export';
import { attestedObservations } from './attested';
import { clauseFinding, isJudged } from './findings';
import { faultObservations, isSilent, openObservation, ruleObservation, silentObservation } from './observations';
import { risks } from './risks';
import { subjectItems } from './subjects';

/** What an export tells of a judgement, made once for the results and the plan of action. */
export interface ToldResults {
  readonly subjects: readonly OscalPart[];
  readonly faults: readonly OscalPart[];
  /** The observation of each rule, by its id. */
  readonly rules: ReadonlyMap<string, OscalPart>;
  /** The observation of each evaluation that is no pass. */
  readonly open: readonly OscalPart[];
  /** The observation of each clause of which no rule said anything, by its id. */
  readonly silent: ReadonlyMap<string, OscalPart>;
  /** The observation of each signed record, by its id. */
  readonly attested: ReadonlyMap<string, OscalPart>;
  readonly risks: readonly OscalPart[];
  /** Each clause of which rules said something, with the finding on it. */
  readonly findings: readonly { readonly clause: ReportClause; readonly finding: OscalPart }[];
}

/** Tells a judgement in the language of an export. */
export function tellResults(one: OscalExport): ToldResults {
  const { rules } = one.source.report;
  return {
    subjects: subjectItems(one),
    faults: faultObservations(one),
    rules: new Map(rules.map((rule) => [rule.id, ruleObservation(one, rule)])),
    open: rules.flatMap((rule) => (one.open.get(rule.id) ?? []).map((each) => openObservation(one, rule, each))),
    silent: new Map(one.clauses.filter(isSilent).map((clause) => [clause.id, silentObservation(one, clause)])),
    attested: attestedObservations(one),
    risks: risks(one),
    findings: one.clauses.filter(isJudged).map((clause) => ({ clause, finding: clauseFinding(one, clause) })),
  };
}
