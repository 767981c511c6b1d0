import { everyTraffic, type RuleTraffic } from '../policy/policy';
import { PORT_MAX, type PortRange } from '../traffic/traffic';

/** Stands for all traffic of a peer, of whatever protocol. */
export const ANY_TRAFFIC = '*';

const PORT_BITS = 16;

/**
 * The keys of a policy map that ports take, as `TCP 8080/16`: a range is cut into blocks of a power of two that begin at a
 * multiple of their size, and all ports of a protocol are one (`TCP 0/0`).
 */
export function prefixesOf({ protocol, first, last }: PortRange): readonly string[] {
  if (first === 1 && last === PORT_MAX) return [`${protocol} 0/0`];
  const found: string[] = [];
  let start = first;
  while (start <= last) {
    let size = 1;
    while (start % (size * 2) === 0 && start + size * 2 - 1 <= last) size *= 2;
    found.push(`${protocol} ${start}/${PORT_BITS - Math.log2(size)}`);
    start += size;
  }
  return found;
}

/** The keys that the numbered ports of a rule take; one where it says nothing of ports. */
export function numberedKeys(traffic: RuleTraffic): readonly string[] {
  return traffic === everyTraffic ? [ANY_TRAFFIC] : traffic.ranges.flatMap(prefixesOf);
}
