import type { WaypointAnswer } from '../../../resources/reachability/query/waypoint';
import { chainItems, type WrittenHop } from './chain-lines';
import type { PagePart } from './page';

/** The answer about a waypoint, as it is written in JSON. */
export interface WrittenWaypoint {
  /** The ends as they were asked about. */
  readonly from: string;
  readonly to: string;
  readonly through: string;
  readonly verdict: WaypointAnswer['verdict'];
  /** A shortest chain around the waypoint; empty where it holds. */
  readonly chain: readonly WrittenHop[];
}

const SAID: Readonly<Record<WaypointAnswer['verdict'], string>> = {
  holds: 'no chain of flows leads around it',
  broken: 'this shortest chain leads around it',
  depends: 'this shortest chain leads around it, if what nobody can tell lets it',
};

/** The answer about a waypoint as a page. */
export function waypointParts({ from, to, through, verdict, chain }: WrittenWaypoint): readonly PagePart[] {
  return [
    { head: verdict, items: [] },
    { head: `from ${from} to ${to} through ${through}: ${SAID[verdict]}`, items: chainItems(chain) },
  ];
}
