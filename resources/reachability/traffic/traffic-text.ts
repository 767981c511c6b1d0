import { allPorts, protocols, type Protocol } from './traffic';

/** What has ports of one protocol. */
interface Traffic {
  readonly protocol: Protocol;
  /** First and last port of each range. */
  readonly ports: readonly (readonly [number, number])[];
}

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
export function rangesText(ports: Traffic['ports']): string {
  return ports.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(' ');
}

function isWhole({ protocol, ports: [first, ...others] }: Traffic): boolean {
  const all = allPorts(protocol);
  return others.length === 0 && first?.[0] === all.first && first[1] === all.last;
}
