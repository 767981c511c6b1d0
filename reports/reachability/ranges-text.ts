import { allPorts, type PortRange } from '../../resources/reachability/traffic/traffic';

/** Ranges of ports as text: `443/TCP, 8000-8080/TCP, all UDP`. */
export function rangesText(ranges: readonly PortRange[]): string {
  return ranges
    .map(({ protocol, first, last }) => {
      const all = allPorts(protocol);
      if (first === all.first && last === all.last) return `all ${protocol}`;
      return `${first === last ? first : `${first}-${last}`}/${protocol}`;
    })
    .join(', ');
}
