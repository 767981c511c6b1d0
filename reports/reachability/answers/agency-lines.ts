import { groupBy } from '../../../model/group-by';
import { printCount } from '../../../model/print-count';
import {
  agencyFlowStates,
  type AgencyEnd,
  type AgencyFlow,
  type AgencyFlowState,
} from '../../../resources/view/reachability/sites/agency-flow';
import type { FactPlaces } from '../../../policies/fact-places';
import { csvLine } from '../../text/csv-line';
import type { PagePart } from './page';

/** A flow between agencies, as it is written in JSON. */
export interface WrittenAgencyFlow extends Omit<AgencyFlow, 'origin'> {
  /** The fact that declares it: `file:line`. */
  readonly declaredAt: string;
}

/** Flows between agencies with the lines that declare them. */
export function writtenAgencyFlows(
  flows: readonly AgencyFlow[],
  places: Pick<FactPlaces, 'placeOf'>,
): readonly WrittenAgencyFlow[] {
  return flows.map(({ origin, ...flow }) => ({ ...flow, declaredAt: places.placeOf(origin.join('/')) }));
}

const SAID: Readonly<Record<AgencyFlowState, string>> = {
  'no-broker': 'without a platform, which network/require-broker finds',
  around: 'with a way around the platform',
  closed: 'whose way by the platform is not open',
  unknown: 'of which nothing can be told',
  gateways: 'left to the gateways: policies leave no way around the platform but what gateways forward',
  proved: 'proved: the way by the platform is open, and policies leave no other',
};

/** Flows between agencies as a page, those first that are not as they should be. */
export function agencyParts(flows: readonly WrittenAgencyFlow[]): readonly PagePart[] {
  const byState = groupBy(flows, ({ state }) => state);
  return agencyFlowStates.flatMap((state): readonly PagePart[] => {
    const own = byState.get(state);
    if (own === undefined) return [];
    return [{ head: `${printCount(own.length, 'flow')} between agencies ${SAID[state]}`, items: own.map(itemOf) }];
  });
}

function itemOf(flow: WrittenAgencyFlow): readonly string[] {
  const { id, from, to, declaredAt, because } = flow;
  const ends = `${endText(from)} → ${endText(to)} ${portsText(flow)}`;
  return [`${id}: ${ends} over ${platformText(flow)}, declared at ${declaredAt}`, ...because];
}

function endText({ agency, system, zone }: AgencyEnd): string {
  return `${agency ?? 'nobody'} (${system} ${zone})`;
}

/** Ports and protocols of a flow: `443/TCP, 53/UDP`. */
export function portsText({ ports }: Pick<AgencyFlow, 'ports'>): string {
  return ports.map(({ port, protocol }) => `${port}/${protocol}`).join(', ');
}

function platformText({ broker, carrier }: WrittenAgencyFlow): string {
  if (broker === undefined) return 'no platform';
  return carrier === undefined || carrier === broker ? broker : `${broker} (${carrier})`;
}

/** Whether what is told of a flow is to be mended; what is left to the gateways is told and is none of it. */
export function isAgencyFault({ state }: Pick<AgencyFlow, 'state'>): boolean {
  return state !== 'proved' && state !== 'gateways';
}

const HEAD = [
  'flow',
  'from agency',
  'from system',
  'from zone',
  'to agency',
  'to system',
  'to zone',
  'service',
  'ports',
  'platform',
  'carried by',
  'declared at',
  'state',
  'because',
] as const;

/** Flows between agencies as CSV, one a line below the names of the columns. */
export function agencyCsv(flows: readonly WrittenAgencyFlow[]): readonly string[] {
  return [csvLine(HEAD), ...flows.map((flow) => csvLine(cellsOf(flow)))];
}

function cellsOf(flow: WrittenAgencyFlow): readonly string[] {
  const { id, from, to, reason, broker = '', carrier = '', declaredAt, state, because } = flow;
  const ends = [from, to].flatMap(({ agency = '', system, zone }) => [agency, system, zone]);
  return [id, ...ends, reason.en, portsText(flow), broker, carrier, declaredAt, state, because.join('; ')];
}
