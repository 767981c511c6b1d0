import { compareText, firstOrder } from '../../../model/build/sort';
import { groupBy } from '../../../model/group-by';
import { printCount } from '../../../model/print-count';
import type { OpenedFlow } from '../../../resources/reachability/query/opened-flows';
import { ADDED_NAME } from '../../../resources/reachability/query/could-open';
import type { FlowChange } from '../../../resources/reachability/query/changes';
import type { JsonObject } from '../../../resources/resource';
import { jointTrafficText } from '../../../resources/reachability/traffic/traffic-text';
import type { PagePart } from './page';

/** A flow that NetworkPolicies might open, as it is written in JSON. */
export interface WrittenOpening extends FlowChange {
  /** NetworkPolicies that open its first port, for certain where it is allowed after. */
  readonly witness: readonly JsonObject[];
}

/** A flow with what opens it. */
export function writtenOpening({ witness, ...change }: OpenedFlow): WrittenOpening {
  return { ...change, witness: witness() };
}

/** What might be opened as a page: counts by pair of places, then the flows that are opened for certain, then others. */
export function resistanceParts(namespaces: readonly string[], flows: readonly OpenedFlow[]): readonly PagePart[] {
  const who = `NetworkPolicies that somebody adds in ${namespaces.join(', ')}`;
  if (flows.length === 0)
    return [{ head: `${who} open nothing: what is closed stays so by the policies of administrators`, items: [] }];
  const joined = [...groupBy(flows, ({ from, to, before, after }) => [from, to, before, after].join('\n')).values()];
  const pairs = groupBy(joined, ([one]) => `${placeOf(one?.from ?? '')} → ${placeOf(one?.to ?? '')}`);
  const counted = [...pairs].toSorted(([a, x], [b, y]) => firstOrder(y.length - x.length, compareText(a, b)));
  const stands = `${ADDED_NAME} stands for the widest of them, and each line tells what decides then`;
  const part = (after: FlowChange['after'], text: string): readonly PagePart[] => {
    const own = joined.filter(([one]) => one?.after === after);
    const items = own.map((same) => [openingText(same), ...(same[0]?.because ?? [])]);
    return own.length === 0 ? [] : [{ head: `${text} (${own.length})`, items }];
  };
  return [
    {
      head: `${who} could open ${printCount(joined.length, 'flow')}, by namespaces`,
      items: counted.map(([pair, { length }]) => [`${pair}: ${length}`]),
    },
    { head: stands, items: [] },
    ...part('allowed', 'could be opened for certain'),
    ...part('depends', 'could be opened perhaps'),
  ];
}

/** A flow between two ends, whatever the protocols, with what becomes of it. */
export function openingText(same: readonly FlowChange[]): string {
  const [first] = same;
  if (first === undefined) throw new RangeError('no flow');
  const then = first.after === 'allowed' ? 'could be allowed' : 'could depend';
  return `${first.from} → ${first.to}  ${jointTrafficText(same)}: ${first.before}, ${then}`;
}

function placeOf(end: string): string {
  const slash = end.indexOf('/');
  return slash === -1 ? 'outside' : end.slice(0, slash);
}
