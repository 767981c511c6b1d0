import type { Report } from '../../../../../reports/report';
import type { ExpectedNumbers } from '../number-checks';
import { dutiesByClause, dutyTiles } from './duty-numbers';
import { liveTiles, pointNumbers } from './point-numbers';
import { STATES, statesOf, sumOf, VERDICTS, type Tables } from './tables';

const PATHS = ['declared', 'proved', 'undeclared', 'closed', 'pairs'] as const;
const TOTALS = ['clusters', 'namespaces', 'workloads', 'policies', ...PATHS.slice(0, 4), 'troubles'] as const;
const PEERS = ['itself', 'province', 'communes', 'elsewhere', 'platform', 'outside'] as const;
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

/** What the page of the report shows, by `report.json`. */
export function ofReport(report: Report): ExpectedNumbers {
  const { rules, inventory, systems, reachability, live } = report;
  const { zones, provinces, communes, blast, headroom } = reachability;
  const cellsOf = (one: typeof zones) => one.cells.flatMap((cell) => PATHS.map((path) => cell[path]));
  const tables: Tables = {
    tiles: tilesOf(report),
    'clause-duties-table': dutiesByClause(report),
    'points-table': pointNumbers(live),
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

function tilesOf(report: Report): readonly number[] {
  const { evaluations, rules, counts, clauseStates, reachability, live } = report;
  const { totals, agencyFlows } = reachability;
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
    ...liveTiles(live),
    ...dutyTiles(report),
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
