import type { Model } from '../../../../model/model';
import type { System } from '../../../../model/tenancy/system';
import type { JudgementChanges } from '../../../../reports/history/compare-judgements';
import type { LegalTotals } from '../../../../reports/legal/legal-report';
import type { ClauseState, Report } from '../../../../reports/report';
import type { ExpectedNumbers } from './number-checks';

type Tables = Readonly<Record<string, readonly number[]>>;

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

const VERDICTS = ['pass', 'fail', 'unknown', 'skip', 'error'] as const;
const PATHS = ['declared', 'proved', 'undeclared', 'closed', 'pairs'] as const;
const TOTALS = ['clusters', 'namespaces', 'workloads', 'policies', ...PATHS.slice(0, 4), 'troubles'] as const;
const PEERS = ['itself', 'province', 'communes', 'elsewhere', 'platform', 'outside'] as const;
const STATES = 'fails unknown excepted in-part holds not-applicable not-covered evidence procedure';
const PLANS = ['full-proved', 'full-declared', 'part', 'none'] as const;
const FLOWS = ['no-broker', 'around', 'closed', 'unknown', 'gateways', 'proved'];

/** Groups of the first screen, and whether each stands there at zero too. */
const GROUPS: readonly (readonly [string, boolean])[] = [
  ['fails', false],
  ['unknown', false],
  ['holds', true],
  ['in-part', false],
  ['excepted', false],
  ['evidence procedure', true],
  ['not-covered', true],
  ['not-applicable', false],
];

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
const statesOf = (states: Readonly<Record<ClauseState, number>>, names: string): readonly number[] =>
  names.split(' ').map((name) => states[name as ClauseState]);

/** What the page of the report shows, by `report.json`. */
export function ofReport(report: Report): ExpectedNumbers {
  const { rules, inventory, systems, reachability } = report;
  const { zones, provinces, communes, blast, headroom } = reachability;
  const cellsOf = (one: typeof zones) => one.cells.flatMap((cell) => PATHS.map((path) => cell[path]));
  const tables: Tables = {
    tiles: tilesOf(report),
    'rules-table': rules.flatMap(({ subjects, counts }) => [
      subjects,
      ...(['pass', 'fail', 'unknown', 'skip'] as const).map((one) => counts[one]),
    ]),
    ...Object.fromEntries(
      (['site', 'level', 'province', 'kind'] as const).map((by) => {
        const rows = {
          site: inventory.bySite,
          level: inventory.byLevel,
          province: inventory.byProvince,
          kind: inventory.byKind,
        };
        return [`by-${by}`, rows[by].map(({ count }) => count)];
      }),
    ),
    'systems-table': systems.flatMap((one) => [
      one.level,
      one.logRetentionDays,
      one.rpoMinutes,
      one.rtoMinutes,
      one.findings,
    ]),
    'zones-numbers': cellsOf(zones),
    'provinces-numbers': cellsOf(provinces),
    ...Object.fromEntries(communes.map((one) => [`communes-${one.province.id}-numbers`, ofCommunes(one)])),
    'blast-numbers': (blast?.rings ?? []).map(({ workloads }) => workloads),
    'headroom-numbers': (headroom ?? []).flatMap(({ used, limit }) => [used, limit, Math.round((used / limit) * 100)]),
  };
  return (table) => tables[table];
}

function tilesOf({
  evaluations,
  rules,
  counts,
  clauseStates,
  reachability: { totals, agencyFlows },
}: Report): readonly number[] {
  const groups = GROUPS.flatMap(([names, always]) => {
    const count = sumOf(statesOf(clauseStates, names));
    return always || count > 0 ? [count] : [];
  });
  return [
    ...groups,
    sumOf(Object.values(clauseStates)),
    evaluations,
    rules.length,
    ...VERDICTS.map((one) => counts[one]),
    ...statesOf(clauseStates, STATES),
    ...TOTALS.map((one) => totals[one as keyof typeof totals]),
    ...FLOWS.map((state) => agencyFlows.filter((flow) => flow.state === state).length).filter((count) => count > 0),
  ];
}

/** Calls and called of each class of peers that has any, then what differs. */
function ofCommunes({ alike }: Report['reachability']['communes'][number]): readonly number[] {
  return alike.flatMap(({ calls, called }) =>
    PEERS.flatMap((peer) => {
      const [out, back] = [calls[peer], called[peer]];
      if (sumOf([out.proved, out.declared, back.proved, back.declared]) === 0) return [];
      const differs = sumOf([out.undeclared, out.closed, back.undeclared, back.closed]);
      return [out.proved, back.proved, ...(differs === 0 ? [] : [differs])];
    }),
  );
}

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
  return (table, path) => pages.get(path.replace(/^(?:vi|en)\/|\.html$/g, ''))?.[table];
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

/** What the dossiers show, by `legal.json` and the `model.json` of the assembly. */
export function ofDossiers({ owners }: LegalData, model: Model, nameOf: (id: string) => string): ExpectedNumbers {
  const data = new Map(owners.flatMap((one) => one.systems.map((system) => [system.id, system] as const)));
  const pages = new Map<string, Tables>([['index', { 'list-table': model.systems.map(({ level }) => level) }]]);
  for (const system of model.systems) {
    const requirements = data.get(system.id)?.requirements ?? [];
    const own = { ...ofSystem(system, model), 'plan-requirements': requirements.map((one) => one.own + one.shared) };
    pages.set(`systems/${nameOf(system.id)}`, own);
  }
  return (table, path) => pages.get(path.replace(/^(?:vi|en)\/|\.html$/g, ''))?.[table];
}

function ofSystem({ id, level, dataSubjects, placements }: System, model: Model): Tables {
  const home = model.namespaces.filter((one) => one.system === id && one.role === 'home');
  const clusters = placements.flatMap(({ cluster }) => model.clusters.filter((one) => one.id === cluster));
  const peers = model.flows.flatMap(({ from, to }) => {
    const ends = [from, to].flatMap((end) => (end.kind === 'zone' ? [end.system] : []));
    return ends.includes(id) ? ends.filter((one) => one !== id) : [];
  });
  return {
    'scope-table': [
      dataSubjects.basic,
      dataSubjects.sensitive,
      new Set(home.filter((one) => one.communePart).map((one) => one.tenant)).size,
      ...(['cpu', 'memoryGiB', 'storageGiB'] as const).map((of) => sumOf(home.map(({ quota }) => quota[of]))),
    ],
    physical: clusters.flatMap(({ hosts }) => [hosts.length, new Set(hosts.map((one) => one.failureDomain)).size]),
    devices: clusters.flatMap(({ networkDevices, hosts }) => {
      const classes = [...new Set(hosts.map((one) => one.class))].toSorted();
      return [
        ...networkDevices.map(() => 1),
        ...classes.map((name) => hosts.filter((one) => one.class === name).length),
        1,
      ];
    }),
    'ground-table': [level],
    'more-systems': [...new Set(peers)]
      .toSorted()
      .flatMap((peer) => model.systems.find((one) => one.id === peer)?.level ?? []),
  };
}

/** What the pages of history show, by `history.json`. */
export function ofHistory({ since, counts, tenants }: JudgementChanges): ExpectedNumbers {
  const tables: Tables = {
    'counts-table': VERDICTS.flatMap((one) => [since.counts[one], counts[one]]),
    'tenants-table': tenants.flatMap((one) => [one.before, one.after, one.added, one.gone]),
  };
  return (table) => tables[table];
}
