import { countStates } from './count-states';
import type { Attestation } from '../model/attestations/attestation';
import { legalDates, type LegalDate } from '../model/controls/legal-date';
import type { Text } from '../model/text';
import type { System } from '../model/tenancy/system';
import type { GateCertificate } from '../policies/certificate';
import type { Evaluation, NamedPolicy, PolicyResult } from '../policies/evaluation';
import type { AssemblyView } from '../resources/view/assembly-view';
import type { InventoryKey } from '../resources/view/inventory-view';
import { FactPlaces } from '../policies/fact-places';
import type { LiveReport } from './points/live-report';
import { reportDue } from './due/report-due';
import { citationTexts, reportLaw } from './report-law';
import { reportReachability } from './report-reachability';
import { findBlockers } from './find-blockers';
import { type Report, type ReportCount, type ReportDate, type ReportReachability, type ReportSystem } from './report';

/** What a report is made of: an assembly that was judged, and the rules that judged it. */
export interface ReportInput {
  readonly view: AssemblyView;
  readonly evaluation: Evaluation;
  readonly certificate: GateCertificate;
  readonly policies: readonly NamedPolicy[];
  /** The records that the assembly carries, as far as their signatures hold.
   * @default - none was read, so everything that asks for one is never attested
   */
  readonly attestations?: readonly Attestation[];
  /** What the gate counted of the paths of this assembly.
   * @default - its clusters are solved for it
   */
  readonly reachability?: ReportReachability | undefined;
  /** What clusters say of the rules.
   * @default - no cluster was asked
   */
  readonly live?: LiveReport | undefined;
}

/** Joins what was judged with the law it answers for; adds no judgement of its own. */
export function buildReport(input: ReportInput): Report {
  const { view, evaluation, certificate, policies, attestations: records = [], live } = input;
  const { today } = evaluation;
  const law = reportLaw(evaluation, policies);
  const { rules } = law;
  const { instruments, ...duties } = reportDue({ model: view.model, attestations: records, today, ...law });
  const clauses = instruments.flatMap((instrument) => instrument.clauses);
  const { assemblyDigest, bundleDigest, evaluationsDigest, validThrough } = certificate;
  const places = new FactPlaces(view);
  const findings = evaluation.results.flatMap(findingsOf).map((finding) => places.locate(finding));
  return {
    formatVersion: 3,
    environment: view.model.environment,
    officialName: view.model.nation.officialName,
    today,
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
    clauseStates: countStates(clauses.map(({ state }) => state)),
    instruments,
    dates: legalDates(today).map(reportDate),
    ...duties,
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
    reachability: input.reachability ?? reportReachability(view),
    unknownKinds: view.assembly.unknownKinds,
    ...(live === undefined ? {} : { live }),
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

/** A date of the law as reports show it. */
export function reportDate({ control, date, yearly, days }: LegalDate): ReportDate {
  const { id, title, mark } = control;
  return { control: id, citation: citationTexts(control), title, mark, date, yearly, days };
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
