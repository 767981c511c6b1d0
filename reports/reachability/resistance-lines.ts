import { groupBy } from '../../model/group-by';
import { printCount } from '../../model/print-count';
import type { OpenedFlow } from '../../resources/reachability/query/opened-flows';
import type { FlowChange } from '../../resources/reachability/query/changes';
import type { JsonObject } from '../../resources/resource';
import { rangesText } from './flow-lines';
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
  const pairs = groupBy(flows, ({ from, to }) => `${placeOf(from)} → ${placeOf(to)}`);
  const counted = [...pairs].toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const part = (after: FlowChange['after'], text: string): readonly PagePart[] => {
    const own = flows.filter((one) => one.after === after);
    const items = own.map((one) => [flowText(one), ...one.because]);
    return own.length === 0 ? [] : [{ head: `${printCount(own.length, 'flow')} ${text}`, items }];
  };
  return [
    {
      head: `${who} could open ${printCount(flows.length, 'flow')}, by namespaces`,
      items: counted.map(([pair, { length }]) => [`${pair}: ${length}`]),
    },
    ...part('allowed', 'could be opened for certain'),
    ...part('depends', 'could be opened perhaps'),
  ];
}

/** A flow with its ports and what becomes of it. */
export function flowText({ from, to, ports, protocol, before, after }: FlowChange): string {
  const then = after === 'allowed' ? 'could be allowed' : 'could depend';
  return `${from} → ${to}  ${rangesText(ports)}/${protocol}: ${before}, ${then}`;
}

function placeOf(end: string): string {
  const slash = end.indexOf('/');
  return slash === -1 ? 'outside' : end.slice(0, slash);
}
