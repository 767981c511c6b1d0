import type { Flow } from '../../resources/reachability/query/flows';
import { jointTrafficText } from '../../resources/reachability/traffic/traffic-text';

/** All that passes, or may pass, between two ends, whatever the protocols; what passes and what may are two pairs. */
export interface FlowPair {
  readonly from: string;
  readonly to: string;
  readonly verdict: Flow['verdict'];
  /** Ports and protocols, such as `443/TCP, 53/UDP`; `everything` where that's all. */
  readonly traffic: string;
}

/** Joins the flows of each pair of ends and verdict, which follow each other. */
export function* pairsOf(flows: Iterable<Flow>): Generator<FlowPair> {
  let pair: Flow[] = [];
  for (const flow of flows) {
    const [first] = pair;
    const isSame = first?.from === flow.from && first.to === flow.to && first.verdict === flow.verdict;
    if (first !== undefined && !isSame) yield joined(first, pair);
    pair = isSame ? [...pair, flow] : [flow];
  }
  const [first] = pair;
  if (first !== undefined) yield joined(first, pair);
}

function joined({ from, to, verdict }: Flow, pair: readonly Flow[]): FlowPair {
  return { from, to, verdict, traffic: jointTrafficText(pair) };
}
