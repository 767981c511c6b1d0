import type { ReportAgencyFlow, ReportReachability } from '../../../reports/report';
import { agencyFlowStates, type AgencyFlowState } from '../../../resources/view/reachability/sites/agency-flow';
import { findAlikeEnds } from '../../../resources/view/reachability/matrix/alike-ends';
import type { MatrixEnd, PathCell } from '../../../resources/view/reachability/matrix/path-matrix';

function zone(id: string): MatrixEnd {
  return { kind: 'zone', id, officialName: { vi: `Vùng ${id}`, en: `Zone ${id}` } };
}

function agency(kind: 'province' | 'commune', id: string, name: string): MatrixEnd {
  return { kind, id, officialName: { vi: name, en: name } };
}

function cell(from: number, to: number, bend: Partial<PathCell> = {}): PathCell {
  return { from, to, declared: 4, proved: 4, undeclared: 0, closed: 0, pairs: 40, ...bend };
}

/** A flow between two provinces of which this can be said. */
function agencyFlow(state: AgencyFlowState): ReportAgencyFlow {
  const [fromName, toName] = ['Province One', 'Province Two'].map((name) => ({ vi: name, en: name }));
  return {
    id: `reporting-p01/${state}`,
    from: { agency: 'p01', system: 'reporting-p01', zone: 'server' },
    to: { agency: 'p02', system: 'register-p02', zone: 'dmz' },
    ports: [{ port: 443, protocol: 'TCP' }],
    reason: { vi: 'Tra cứu', en: 'Looks up' },
    broker: state === 'no-broker' ? undefined : 'ndxp',
    carrier: state === 'no-broker' ? undefined : 'ndxp',
    legs: [],
    state,
    pairs: 4,
    because: state === 'proved' ? [] : [`why it is ${state}`],
    declaredAt: 'environments/test/systems/reporting.ts:7',
    fromName,
    toName,
  };
}

/** Two zones, two provinces and three communes, of which some have paths that nobody declared, or lack declared ones. */
export function differingReachability(): ReportReachability {
  const outside: MatrixEnd = { kind: 'outside', id: 'outside' };
  const [first, second] = [agency('province', 'p01', 'Province One'), agency('province', 'p02', 'Province Two')];
  const communes = [
    agency('commune', 'c1', 'Commune A'),
    agency('commune', 'c2', 'Commune B'),
    agency('commune', 'c3', 'Commune Odd'),
  ];
  const wrong = { proved: 5, undeclared: 2, closed: 1 };
  const alike = findAlikeEnds({
    ends: [first, ...communes, outside],
    cells: [cell(0, 1), cell(0, 2), cell(0, 3), cell(3, 4, wrong)],
  });
  return {
    totals: {
      clusters: 2,
      namespaces: 30,
      workloads: 7,
      policies: 9,
      troubles: 0,
      declared: 12,
      proved: 13,
      undeclared: 2,
      closed: 1,
    },
    zones: { ends: [zone('x'), zone('y'), outside], cells: [cell(0, 1), cell(1, 0, wrong), cell(2, 0)] },
    provinces: { ends: [first, second], cells: [cell(0, 0), cell(1, 0, wrong)] },
    communes: [{ province: first, alike }],
    agencyFlows: agencyFlowStates.map(agencyFlow),
    blast: {
      from: 'front/web[Deployment]',
      rings: [
        { hops: 1, workloads: 3 },
        { hops: 2, workloads: 12 },
        { hops: 3, workloads: 40 },
      ],
    },
    headroom: [
      { label: { vi: 'north-shared-0', en: 'north-shared-0' }, used: 120, limit: 100 },
      { label: { vi: 'south-shared-0', en: 'south-shared-0' }, used: 40, limit: 100 },
    ],
  };
}
