import { compareText } from '../../../model/build/sort';
import { groupBy } from '../../../model/group-by';
import type { System } from '../../../model/tenancy/system';
import type { TenantKind } from '../../../model/tenancy/tenant';
import type { VerdictCounts } from '../../../policies/evaluation';
import type { AssemblyView } from '../../../resources/view/assembly-view';
import { isOpen } from '../../../model/attestations/due';
import type { ReportSource } from '../../define-format';
import type { ClauseState } from '../../report';
import { tenantKinds } from '../words';
import { countStates } from '../../count-states';
import { declaredStatus, type DeclaredStatus } from './declared-status';
import { dutyFigures, type DutyFigures } from './duty-figures';
import type { JudgedSubject, JudgedSubjects } from './judged-subjects';
import { addCounts, noVerdicts } from '../../verdict-counts';
import { verifiedStatus, type VerifiedStatus } from './verified-status';

/** What is declared of an agency and what is verified, kept apart. */
export interface TenantFigures {
  readonly id: string;
  readonly kind: TenantKind;
  /** The province of a commune.
   * @default - not a commune
   */
  readonly parent?: string | undefined;
  readonly declared: DeclaredStatus;
  /** Ids of the systems whose dossiers the declared status follows from, sorted. */
  readonly systems: readonly string[];
  readonly verified: VerifiedStatus;
  /** Judgements on what belongs to the agency itself. */
  readonly judgements: VerdictCounts;
  /** Things that belong to it and can be judged. */
  readonly subjects: number;
}

/** Agencies of one kind, or of one province, together. */
export interface TenantSums {
  readonly tenants: number;
  readonly declared: Readonly<Record<DeclaredStatus, number>>;
  readonly verified: Readonly<Record<VerifiedStatus, number>>;
}

/** A number of things that can be judged, and the judgements on them. */
export interface SubjectFigures {
  readonly id: string;
  readonly subjects: number;
  readonly judgements: VerdictCounts;
}

/** How many things of an owner a rule passed. */
export interface OwnerPasses {
  /** Id of the agency, a province with its communes; empty for the platform. */
  readonly owner: string;
  readonly count: number;
}

/** What the site counts, and what it has counted before. */
export interface FiguresInput {
  readonly judged: JudgedSubjects;
  readonly evidence: number;
  readonly sourcePages: readonly number[];
}

/** The numbers of the site that the report doesn't hold: every judgement is counted at exactly one agency or at the platform. */
export interface SiteFigures {
  readonly formatVersion: 1;
  /** Sorted by id. */
  readonly tenants: readonly TenantFigures[];
  /** What belongs to no agency. */
  readonly platform: Pick<TenantFigures, 'judgements' | 'subjects' | 'verified'>;
  readonly byKind: Readonly<Record<TenantKind, TenantSums>>;
  /** The communes of each province, sorted by its id. */
  readonly communes: readonly (TenantSums & { readonly province: string })[];
  /** Every system with what stands on its own page, sorted by id. */
  readonly systems: readonly SubjectFigures[];
  /** The declared agencies of green color whose objects rules found at fault, or could not judge; sorted. */
  readonly declaredOnly: readonly string[];
  /** How many things each set of rules passed, and how many rules are in it; in the order of the sets. */
  readonly passSets: readonly { readonly rules: number; readonly subjects: number }[];
  /** The clauses of each instrument by state, in the order of the report. */
  readonly instruments: readonly Readonly<Record<ClauseState, number>>[];
  /** Number of pieces of evidence: the manifest, the rules, the evaluations and every file. */
  readonly evidence: number;
  /** Number of signed records whose signature holds. */
  readonly attestations: number;
  /** Number of duties whose day is past, or whose newest record says that something is open. */
  readonly openDuties: number;
  /** The duties of each thing that has some, sorted by kind, then id. */
  readonly duties: readonly DutyFigures[];
  /** Number of pages with what each place of the facts caused, in the order of the places. */
  readonly sourcePages: readonly number[];
  /** How many things of which owner each rule passed, in the order of the report's rules; sorted by owner. */
  readonly rulePasses: readonly (readonly OwnerPasses[])[];
  /** Number of rules that judged. */
  readonly rules: number;
  readonly subjects: number;
}

/** Counts every judgement at its agency, beside what the agency declares. */
export function siteFigures(
  { view, report, evaluation }: ReportSource,
  { judged, evidence, sourcePages }: FiguresInput,
): SiteFigures {
  const { model } = view;
  const passes = passesByOwner(judged, view);
  const places = new Map(evaluation.results.map(({ policy }, index) => [policy, index]));
  const counted = countBy(judged, ({ subject }) => model.tryTenant(subject.tenant ?? '')?.id ?? '');
  const systemsOf = systemsByTenant(view);
  const tenants = model.tenants.map(({ id, kind, parent }): TenantFigures => {
    const { subjects, judgements } = counted.get(id) ?? nothing;
    const systems = (systemsOf.get(id) ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const [declared, verified] = [declaredStatus(systems), verifiedStatus(judgements)];
    return { id, kind, parent, declared, systems: systems.map((one) => one.id), verified, judgements, subjects };
  });
  const platform = counted.get('') ?? nothing;
  const byKind = (kind: TenantKind): TenantSums => sumTenants(tenants.filter((one) => one.kind === kind));
  const communes = tenants.filter(({ kind }) => kind === 'commune');
  const ofProvince = groupBy(communes, ({ parent = '' }) => parent);
  const ofSystem = countBy(judged, ({ subject }) => model.trySystem(subject.systems[0] ?? '')?.id ?? '');
  return {
    formatVersion: 1,
    tenants,
    platform: { ...platform, verified: verifiedStatus(platform.judgements) },
    byKind: Object.fromEntries(tenantKinds.map((kind) => [kind, byKind(kind)])) as SiteFigures['byKind'],
    communes: tenants
      .filter(({ kind }) => kind === 'province')
      .map(({ id }) => ({ province: id, ...sumTenants(ofProvince.get(id) ?? []) })),
    systems: model.systems.map(({ id }) => ({ id, ...(ofSystem.get(id) ?? nothing) })),
    declaredOnly: tenants
      .filter(({ declared, verified }) => declared === 'green' && verified !== 'holds')
      .map(({ id }) => id),
    passSets: countSets(judged),
    instruments: report.instruments.map(({ clauses }) => countStates(clauses.map(({ state }) => state))),
    evidence,
    attestations: report.attestations.length,
    openDuties: report.due.filter(({ state }) => isOpen(state)).length,
    duties: dutyFigures(report.due),
    sourcePages,
    rulePasses: report.rules.map(({ id }) => sortedPasses(passes.get(places.get(id)))),
    rules: report.rules.length,
    subjects: judged.all.length,
  };
}

type CountByOwner = ReadonlyMap<string, number>;

/** How many things of each owner each result passed, by its index; alike things pass the same set, and are counted as one. */
function passesByOwner(
  { all, passSets }: JudgedSubjects,
  { model }: AssemblyView,
): ReadonlyMap<number | undefined, CountByOwner> {
  const bySet = groupBy(all, ({ set }) => set);
  const counts = new Map<number, Map<string, number>>();
  for (const [set, subjects] of bySet) {
    const owned = groupBy(
      subjects,
      ({ subject: { tenant = '' } }) => model.provinceOf(tenant) ?? model.tryTenant(tenant)?.id ?? '',
    );
    for (const rule of passSets[set] ?? []) {
      const known = counts.get(rule) ?? new Map<string, number>();
      counts.set(rule, known);
      for (const [owner, { length }] of owned) known.set(owner, (known.get(owner) ?? 0) + length);
    }
  }
  return counts;
}

function sortedPasses(counts: CountByOwner = new Map()): readonly OwnerPasses[] {
  return [...counts].toSorted(([a], [b]) => compareText(a, b)).map(([owner, count]) => ({ owner, count }));
}

type Counted = Pick<SubjectFigures, 'subjects' | 'judgements'>;

const nothing: Counted = { subjects: 0, judgements: noVerdicts };

function countBy(
  { all, passSets }: JudgedSubjects,
  keyOf: (one: JudgedSubject) => string,
): ReadonlyMap<string, Counted> {
  const counted = new Map<string, Counted>();
  for (const one of all) {
    const key = keyOf(one);
    const { subjects, judgements } = counted.get(key) ?? nothing;
    counted.set(key, { subjects: subjects + 1, judgements: addCounts(judgements, countsOf(one, passSets)) });
  }
  return counted;
}

/** How the judgements of one thing ended. */
export function countsOf({ set, against }: JudgedSubject, passSets: JudgedSubjects['passSets']): VerdictCounts {
  const counts = { ...noVerdicts, pass: passSets[set]?.length ?? 0 };
  for (const { verdict } of against) counts[verdict] += 1;
  return counts;
}

/** The systems that an agency owns; of a commune, those of its province that have a part for it. */
function systemsByTenant({ model }: AssemblyView): ReadonlyMap<string, readonly System[]> {
  const owned = groupBy(model.systems, ({ owner }) => owner);
  const used = new Map<string, Set<System>>();
  for (const { tenant, system } of model.namespaces) {
    const found = model.trySystem(system);
    if (found === undefined || found.owner === tenant) continue;
    const known = used.get(tenant);
    if (known === undefined) used.set(tenant, new Set([found]));
    else known.add(found);
  }
  return new Map([...[...used].map(([tenant, systems]) => [tenant, [...systems]] as const), ...owned]);
}

function sumTenants(tenants: readonly TenantFigures[]): TenantSums {
  const declared = { red: 0, yellow: 0, green: 0, none: 0 };
  const verified = { fails: 0, unknown: 0, excepted: 0, holds: 0, none: 0 };
  for (const one of tenants) {
    declared[one.declared] += 1;
    verified[one.verified] += 1;
  }
  return { tenants: tenants.length, declared, verified };
}

function countSets({ all, passSets }: JudgedSubjects): SiteFigures['passSets'] {
  const subjects = passSets.map(() => 0);
  for (const { set } of all) subjects[set] = (subjects[set] ?? 0) + 1;
  return passSets.map((rules, index) => ({ rules: rules.length, subjects: subjects[index] ?? 0 }));
}
