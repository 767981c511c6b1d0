import type { System } from '../../../../../model/tenancy/system';
import type { LegalTotals } from '../../../../../reports/legal/legal-report';
import type { ClauseState } from '../../../../../reports/report';
import type { ExpectedNumbers } from '../number-checks';
import { nameOfPage, STATES, statesOf, sumOf, type Tables } from './tables';

/** What `legal.json` holds, as far as pages show numbers of it. */
export interface LegalData {
  readonly totals: LegalTotals;
  readonly owners: readonly {
    readonly id: string;
    readonly totals: LegalTotals;
    readonly systems: readonly LegalSystemData[];
  }[];
}

interface LegalSystemData extends Pick<System, 'id' | 'level' | 'critical' | 'dossier'> {
  readonly states: Readonly<Record<ClauseState, number>>;
  readonly requirements: readonly { readonly own: number; readonly shared: number }[];
}

const PLANS = ['full-proved', 'full-declared', 'part', 'none'] as const;

/** What the pages of the legal report show, by `legal.json`. */
export function ofLegal({ totals, owners }: LegalData, nameOf: (id: string) => string): ExpectedNumbers {
  const all = owners.flatMap((one) => one.systems).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const pages = new Map<string, Tables>([
    [
      'nation',
      ofScope(
        totals,
        all,
        owners.map((one) => one.systems.length),
      ),
    ],
  ]);
  for (const { id, totals: own, systems } of owners)
    pages.set(`owners/${nameOf(id)}`, ofScope(own, systems, [systems.length]));
  return (table, path) => pages.get(nameOfPage(path))?.[table];
}

function ofScope(totals: LegalTotals, systems: readonly LegalSystemData[], bySystems: readonly number[]): Tables {
  const levels = systems.map(({ level }) => level);
  const grouped = ['holds', 'in-part', 'fails unknown excepted', 'evidence procedure', 'not-covered', 'not-applicable'];
  return {
    'form-08-1': [
      totals.systems,
      totals.classified,
      totals.dossiers,
      totals.appraised,
      totals.approved,
      totals.inspected,
    ],
    'form-08-3': levels.flatMap((level, index) => [index + 1, level]),
    'h1-owners': bySystems,
    'h2-systems': levels,
    'h3-critical': systems.flatMap(({ critical, level }) => (critical ? [level] : [])),
    'h4-approved': systems.flatMap(({ dossier, level }) => (dossier.approvedOn === undefined ? [] : [level])),
    'h5-counts': PLANS.map((plan) => totals.plans[plan]),
    'h5-systems': systems.flatMap(({ states, requirements }) => [
      ...grouped.map((names) => sumOf(statesOf(states, names))),
      requirements.length,
    ]),
    'h7-counts': [0, totals.withRegulation],
    'h8-counts': [totals.inspected, totals.systems - totals.inspected],
    'h9-counts': statesOf(totals.requirements, STATES),
    'h10-decisions': systems.flatMap(({ states }) => [
      states.holds,
      sumOf(statesOf(states, 'fails unknown excepted')),
      sumOf(statesOf(states, 'in-part evidence procedure not-covered')),
    ]),
  };
}
