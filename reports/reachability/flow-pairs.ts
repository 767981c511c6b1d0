import type { Flow } from '../../resources/reachability/query/flows';
import { allPorts, protocols } from '../../resources/reachability/traffic/traffic';

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

/** What has ports of one protocol. */
type Traffic = Pick<Flow, 'protocol' | 'ports'>;

/** All that passes between two ends by several protocols; `everything` where that's all. */
export function jointTrafficText(pair: readonly Traffic[]): string {
  const isAll = pair.length === protocols.length && pair.every(isWhole);
  return isAll ? 'everything' : pair.map(trafficText).join(', ');
}

/** The ports of a flow with its protocol: `443/TCP`, `all/UDP`. */
export function trafficText(flow: Traffic): string {
  return `${isWhole(flow) ? 'all' : rangesText(flow.ports)}/${flow.protocol}`;
}

/** Ranges of ports, parted by blanks: `80 8000-8080`. */
export function rangesText(ports: Flow['ports']): string {
  return ports.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(' ');
}

function isWhole({ protocol, ports: [first, ...others] }: Traffic): boolean {
  const all = allPorts(protocol);
  return others.length === 0 && first?.[0] === all.first && first[1] === all.last;
}

/** The namespace of an end of a flow, which is called `namespace/name[Kind]`; undefined for what is outside. */
export function namespaceOf(end: string): string | undefined {
  const slash = end.indexOf('/');
  return slash >= 0 && end.endsWith(']') ? end.slice(0, slash) : undefined;
}
