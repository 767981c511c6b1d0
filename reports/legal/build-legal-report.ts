import { countStates } from '../count-states';
import { groupBy } from '../../model/group-by';
import type { Attestation } from '../../model/attestations/attestation';
import { findControl, type ControlId } from '../../model/controls/control';
import type { Level } from '../../model/level';
import { levels } from '../../model/level';
import { reached } from '../../model/tenancy/dossier';
import type { System } from '../../model/tenancy/system';
import type { ReportSource } from '../define-format';
import { clauseStateOf } from '../report-law';
import { sumCounts } from '../verdict-counts';
import { clauseStates, type Report, type ReportClause } from '../report';
import {
  planStates,
  type LegalOwner,
  type LegalPeriod,
  type LegalReport,
  type LegalRequirement,
  type LegalSystem,
  type LegalTotals,
  type PlanState,
} from './legal-report';
import { legalPeriod } from './legal-period';
import { PlaceVerdicts, placesOf, type SystemVerdicts } from './place-verdicts';
import { SubjectPlaces } from './subject-places';

const made = new WeakMap<Report, LegalReport>();

/** The yearly report of a judged assembly; adds no judgement of its own. Formats that ask for the same one share it. */
export function buildLegalReport(source: ReportSource): LegalReport {
  const known = made.get(source.report);
  if (known !== undefined) return known;
  const built = build(source);
  made.set(source.report, built);
  return built;
}

function build({ report, view, evaluation }: ReportSource): LegalReport {
  const { environment, officialName, today, verdict, assemblyDigest, evaluationsDigest } = report;
  const verdicts = new PlaceVerdicts(evaluation, new SubjectPlaces(view));
  const refused = new Set(evaluation.results.filter((one) => one.vacuous === 'refused').map((one) => one.policy));
  const { byLevel, leftOut } = bindingClauses(report);
  const period = legalPeriod(today);
  const inspections = inspectionsIn(report, period);
  const systems = view.model.systems.map((system) =>
    legalSystem(system, byLevel.get(system.level) ?? [], { verdicts, refused, inspections }),
  );
  const owners = [...groupBy(systems, (one) => one.system.owner)].map(([id, own]): LegalOwner => {
    const tenant = view.model.tryTenant(id);
    const name = tenant?.officialName ?? { vi: id, en: id };
    return { id, officialName: name, tenant, systems: own, totals: countSystems(own) };
  });
  return {
    formatVersion: 1,
    environment,
    officialName,
    today,
    verdict,
    assemblyDigest,
    evaluationsDigest,
    period,
    totals: countSystems(systems),
    owners: owners.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    leftOut,
  };
}

/** The clauses in force that bind systems of a level, in the order of the report. */
function bindingClauses({ instruments }: Report): {
  readonly byLevel: ReadonlyMap<Level, readonly ReportClause[]>;
  readonly leftOut: number;
} {
  const binds = ({ levels: bound }: ReportClause): boolean => bound.length > 0;
  const inForce = instruments.filter(({ status }) => status === 'in-force' || status === 'not-read');
  const clauses = inForce.flatMap((one) => one.clauses).filter(binds);
  const all = instruments.flatMap((one) => one.clauses).filter(binds).length;
  return {
    byLevel: new Map(levels.map((level) => [level, clauses.filter((one) => one.levels.includes(level))])),
    leftOut: all - clauses.length,
  };
}

interface Judged {
  readonly verdicts: PlaceVerdicts;
  /** Rules that had to apply to something in the nation and didn't. */
  readonly refused: ReadonlySet<string>;
  /** By the id of the system. */
  readonly inspections: ReadonlyMap<string, readonly Attestation[]>;
}

/** The duties whose records are inspections of a system (Decree 331/2026 Art. 27, 28.5 a). */
const INSPECTIONS: ReadonlySet<ControlId> = new Set(['d331-27', 'd331-28.5a']);

function inspectionsIn({ attestations }: Report, { from, through }: LegalPeriod): Judged['inspections'] {
  const own = attestations.filter(
    ({ control, subject, doneOn }) =>
      subject.kind === 'system' && INSPECTIONS.has(control) && from <= doneOn && doneOn <= through,
  );
  const sorted = own.toSorted((a, b) => (`${a.doneOn} ${a.id}` < `${b.doneOn} ${b.id}` ? -1 : 1));
  return groupBy(sorted, ({ subject }) => subject.id);
}

function legalSystem(system: System, clauses: readonly ReportClause[], judged: Judged): LegalSystem {
  const places = placesOf(system);
  const verdicts = new Map<string, RuleVerdicts>();
  const verdictsOf = (rule: string): RuleVerdicts => {
    const known = verdicts.get(rule);
    if (known !== undefined) return known;
    const said = { rule, ...judged.verdicts.of(rule, places) };
    verdicts.set(rule, said);
    return said;
  };
  const requirements = clauses.map((clause) => legalRequirement(clause, clause.rules.map(verdictsOf), judged));
  const states = countStates(requirements.map(({ state }) => state));
  const inspections = judged.inspections.get(system.id) ?? [];
  return { system, plan: planStateOf(system, states), states, requirements, inspections };
}

/** What one rule said of a system; many clauses ask for it. */
interface RuleVerdicts extends SystemVerdicts {
  readonly rule: string;
}

function legalRequirement(
  clause: ReportClause,
  said: readonly RuleVerdicts[],
  { refused }: Pick<Judged, 'refused'>,
): LegalRequirement {
  const own = sumCounts(said.map((one) => one.own));
  const shared = sumCounts(said.map((one) => one.shared));
  const counts = sumCounts([own, shared]);
  const broken = clause.rules.some((rule) => refused.has(rule));
  const state = clauseStateOf(findControl(clause.id).automation.kind, {
    answered: clause.rules.length > 0,
    broken,
    counts,
  });
  const against = said.filter((one) => one.own.pass + one.shared.pass < judgedIn(one.own) + judgedIn(one.shared));
  return { clause, state, own: judgedIn(own), shared: judgedIn(shared), against: against.map((one) => one.rule) };
}

function judgedIn({ pass, fail, unknown, skip, error }: ReturnType<typeof sumCounts>): number {
  return pass + fail + unknown + skip + error;
}

/**
 * Complete only when the owner declares it (the plan is carried out, and readiness was assessed after it, Art. 28.3,
 * 30.6) and no rule says otherwise; wholly proved only when nothing rests on records or people, or on no rule at all.
 */
export function planStateOf({ dossier }: Pick<System, 'dossier'>, states: LegalSystem['states']): PlanState {
  const contradicted = states.fails + states.unknown + states.excepted > 0;
  const isDeclared = dossier.planCarriedOutOn !== undefined && reached(dossier.state, 'ready');
  if (contradicted || !isDeclared) return states.holds + states['in-part'] > 0 ? 'part' : 'none';
  const declaredOnly = states['in-part'] + states['not-covered'] + states.evidence + states.procedure;
  return declaredOnly === 0 && states.holds > 0 ? 'full-proved' : 'full-declared';
}

function countSystems(systems: readonly LegalSystem[]): LegalTotals {
  const count = (isSo: (one: LegalSystem) => boolean): number => systems.filter(isSo).length;
  const has = (step: System['dossier']['state']): number => count(({ system }) => reached(system.dossier.state, step));
  return {
    systems: systems.length,
    classified: systems.length,
    dossiers: has('submitted'),
    appraised: has('appraised'),
    approved: count(isApproved),
    critical: count(({ system }) => system.critical),
    withRegulation: count(({ system }) => system.dossier.regulationIssuedOn !== undefined),
    inspected: count(({ inspections }) => inspections.length > 0),
    operating: has('operating'),
    plans: Object.fromEntries(
      planStates.map((state) => [state, count(({ plan }) => plan === state)]),
    ) as LegalTotals['plans'],
    requirements: Object.fromEntries(
      clauseStates.map((state) => [state, systems.reduce((sum, one) => sum + one.states[state], 0)]),
    ) as LegalTotals['requirements'],
  };
}

/** Whether a dossier is approved by what is declared: by its state and with its day. */
export function isApproved({ system: { dossier } }: LegalSystem): boolean {
  return reached(dossier.state, 'approved') && dossier.approvedOn !== undefined;
}
