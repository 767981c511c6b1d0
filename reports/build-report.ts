import { citationOf, controls, instrumentHeads, type CatalogControl } from '../model/controls/control';
import { legalDates, type LegalDate } from '../model/controls/legal-date';
import type { Text } from '../model/text';
import type { System } from '../model/tenancy/system';
import type { GateCertificate } from '../policies/certificate';
import type { Evaluation, NamedPolicy, PolicyResult, VerdictCounts } from '../policies/evaluation';
import type { AssemblyView } from '../resources/view/assembly-view';
import type { InventoryKey } from '../resources/view/inventory-view';
import { FactPlaces } from '../policies/fact-places';
import { reportReachability } from './report-reachability';
import { findBlockers } from './find-blockers';
import {
  clauseStates,
  type ClauseState,
  type Report,
  type ReportClause,
  type ReportCount,
  type ReportDate,
  type ReportInstrument,
  type ReportRule,
  type ReportSystem,
} from './report';

/** What a report is made of: an assembly that was judged, and the rules that judged it. */
export interface ReportInput {
  readonly view: AssemblyView;
  readonly evaluation: Evaluation;
  readonly certificate: GateCertificate;
  readonly policies: readonly NamedPolicy[];
}

/** Joins what was judged with the law it answers for; adds no judgement of its own. */
export function buildReport({ view, evaluation, certificate, policies }: ReportInput): Report {
  const results = new Map(evaluation.results.map((result) => [result.policy, result]));
  const rules = policies.map((one) => reportRule(one, results.get(one.id)));
  const instruments = reportInstruments(rules, results);
  const clauses = instruments.flatMap((instrument) => instrument.clauses);
  const count = (state: ClauseState): number => clauses.filter((clause) => clause.state === state).length;
  const { assemblyDigest, bundleDigest, evaluationsDigest, validThrough } = certificate;
  const places = new FactPlaces(view);
  const findings = evaluation.results.flatMap(findingsOf).map((finding) => places.locate(finding));
  return {
    formatVersion: 3,
    environment: view.model.environment,
    officialName: view.model.nation.officialName,
    today: evaluation.today,
    validThrough,
    verdict: evaluation.verdict,
    blockers: findBlockers(evaluation, policies, places),
    assemblyDigest,
    bundleDigest,
    evaluationsDigest,
    tools: view.assembly.tools,
    rules,
    counts: evaluation.counts,
    evaluations: evaluation.evaluations,
    clauseStates: Object.fromEntries(clauseStates.map((state) => [state, count(state)])) as Report['clauseStates'],
    instruments,
    dates: legalDates(evaluation.today).map((one) => reportDate(one)),
    findings,
    skipped: evaluation.results.flatMap((result) => result.skip),
    exceptions: evaluation.exceptions,
    faults: evaluation.faults,
    integrity: evaluation.integrity,
    inventory: {
      bySite: counted(view, 'site', (id) => view.model.trySite(id)?.officialName),
      byProvince: counted(view, 'province', (id) => view.model.tryTenant(id)?.officialName),
      byLevel: counted(view, 'level'),
      byKind: counted(view, 'kind'),
    },
    systems: reportSystems(view, findings),
    reachability: reportReachability(view),
    unknownKinds: view.assembly.unknownKinds,
  };
}

type NameOf = (id: string) => Text | undefined;

function counted(view: AssemblyView, key: InventoryKey, nameOf: NameOf = () => undefined): readonly ReportCount[] {
  return view.inventory
    .count(key)
    .map(({ keys, objects }) => ({ names: keys, officialName: nameOf(keys[0] ?? ''), count: objects }));
}

function findingsOf({ error, fail, unknown }: PolicyResult): Report['findings'] {
  return [
    ...error.map((finding) => ({ ...finding, verdict: 'error' as const })),
    ...fail.map((finding) => ({ ...finding, verdict: 'fail' as const })),
    ...unknown.map((finding) => ({ ...finding, verdict: 'unknown' as const })),
  ];
}

const nothing: VerdictCounts = { pass: 0, fail: 0, unknown: 0, skip: 0, error: 0 };

function countsOf(result: PolicyResult | undefined): VerdictCounts {
  if (result === undefined) return nothing;
  const { pass, fail, unknown, skip, error } = result;
  return { pass: pass.length, fail: fail.length, unknown: unknown.length, skip: skip.length, error: error.length };
}

function sumCounts(counts: readonly VerdictCounts[]): VerdictCounts {
  return counts.reduce(
    (sum, one) => ({
      pass: sum.pass + one.pass,
      fail: sum.fail + one.fail,
      unknown: sum.unknown + one.unknown,
      skip: sum.skip + one.skip,
      error: sum.error + one.error,
    }),
    nothing,
  );
}

function reportRule({ id, policy }: NamedPolicy, result: PolicyResult | undefined): ReportRule {
  if (result === undefined) throw new Error(`the rule ${id} was not evaluated`);
  const { title, why, fix, force, controls: cited, mayBeVacuous } = policy;
  const { subjects, vacuous, blocks } = result;
  return {
    id,
    title,
    why,
    fix,
    force,
    controls: cited,
    subjects,
    counts: countsOf(result),
    vacuous,
    mayBeVacuous,
    blocks,
  };
}

function reportInstruments(
  rules: readonly ReportRule[],
  results: ReadonlyMap<string, PolicyResult>,
): readonly ReportInstrument[] {
  return instrumentHeads.map(({ id, number, officialName, status, effectiveFrom }) => ({
    id,
    number,
    officialName,
    status,
    effectiveFrom,
    clauses: controls
      .filter((control) => control.instrument === id)
      .map((control) => reportClause(control, rules, results)),
  }));
}

function reportClause(
  control: CatalogControl,
  rules: readonly ReportRule[],
  results: ReadonlyMap<string, PolicyResult>,
): ReportClause {
  const answering = rules.filter((rule) => rule.controls.includes(control.id)).map((rule) => rule.id);
  const counts = sumCounts(answering.map((id) => countsOf(results.get(id))));
  const { id, instrument, title, requirement, mark, levels, effectiveFrom, crosswalk = {}, automation } = control;
  const broken = answering.some((rule) => results.get(rule)?.vacuous === 'refused');
  const state = stateOf(automation.kind, { answered: answering.length > 0, broken, counts });
  return {
    id,
    instrument,
    citation: citationTexts(control),
    title,
    requirement,
    mark,
    levels,
    effectiveFrom,
    crosswalk,
    state,
    why: whyOf(control, state),
    rules: answering,
    counts,
  };
}

function citationTexts(control: CatalogControl): Text {
  return { vi: citationOf(control, 'vi'), en: citationOf(control, 'en') };
}

function reportDate({ control, date, yearly, days }: LegalDate): ReportDate {
  const { id, title, mark } = control;
  return { control: id, citation: citationTexts(control), title, mark, date, yearly, days };
}

interface Answers {
  readonly answered: boolean;
  /** A rule had to apply to something and didn't. */
  readonly broken: boolean;
  readonly counts: VerdictCounts;
}

function stateOf(automation: 'rule' | 'evidence' | 'procedure', { answered, broken, counts }: Answers): ClauseState {
  if (!answered) return automation === 'rule' ? 'not-covered' : automation;
  if (counts.fail > 0 || counts.error > 0) return 'fails';
  if (counts.unknown > 0 || broken) return 'unknown';
  if (counts.skip > 0) return 'excepted';
  if (counts.pass === 0) return 'not-applicable';
  return automation === 'rule' ? 'holds' : 'in-part';
}

const noRuleYet: Text = {
  vi: 'Có thể kiểm tra tự động nhưng chưa có quy tắc nào trả lời điều khoản này.',
  en: 'A rule could check it, and none answers this clause yet.',
};

function whyOf({ automation }: CatalogControl, state: ClauseState): Text | undefined {
  if (state === 'not-covered') return noRuleYet;
  return automation.kind === 'rule' ? undefined : automation.why;
}

function reportSystems(view: AssemblyView, findings: Report['findings']): readonly ReportSystem[] {
  const bySystem = new Map<string, number>();
  for (const { system } of findings) {
    if (system !== undefined) bySystem.set(system, (bySystem.get(system) ?? 0) + 1);
  }
  return view.model.systems.map((system) => ({
    ...reportSystem(system),
    ownerName: view.model.tryTenant(system.owner)?.officialName,
    findings: bySystem.get(system.id) ?? 0,
  }));
}

function reportSystem(system: System): Omit<ReportSystem, 'ownerName' | 'findings'> {
  const { id, officialName, owner, level, placements, dossier, logRetentionDays, recovery, backup } = system;
  return {
    id,
    officialName,
    owner,
    level,
    sites: placements.map(({ site, role }) => ({ site, role })),
    dossier: dossier.state,
    logRetentionDays,
    rpoMinutes: recovery.rpoMinutes,
    rtoMinutes: recovery.rtoMinutes,
    copies: (backup?.copies ?? []).map(({ site, medium }) => ({ site, medium })),
  };
}
