import { parseCidr } from '../../model/address/cidr';
import { coverRange } from '../../model/address/cover-range';
import { refuse } from './refuse';

/** Ports or addresses on one axis, from each first to before each end; sorted and apart. */
export type Ranges<T> = readonly (readonly [first: T, end: T])[];

/** What some ranges hold together. */
export function joined<T extends number | bigint>(ranges: Ranges<T>): Ranges<T> {
  const made: [T, T][] = [];
  for (const [first, end] of ranges.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    const last = made.at(-1);
    if (last === undefined || first > last[1]) made.push([first, end]);
    else if (end > last[1]) last[1] = end;
  }
  return made;
}

/** What the one holds and the other doesn't. */
export function without<T extends number | bigint>(ranges: Ranges<T>, taken: Ranges<T>): Ranges<T> {
  return taken.reduce<Ranges<T>>((left, [first, end]) => {
    const before = left.map(([a, b]) => [a, b < first ? b : first] as const);
    const behind = left.map(([a, b]) => [a > end ? a : end, b] as const);
    return [...before, ...behind].filter(([a, b]) => a < b).toSorted(([a], [b]) => (a < b ? -1 : 1));
  }, ranges);
}

/** What both hold. */
export function shared<T extends number | bigint>(left: Ranges<T>, right: Ranges<T>): Ranges<T> {
  return without(left, without(left, right));
}

const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];
const PORTS = 65_536;

/** Ports of a protocol, or of any: one protocol stands behind the other on the axis, each without its port 0. */
export function portRange(protocol: unknown, [first, last]: readonly unknown[], at: string): Ranges<number> {
  const of = PROTOCOLS.filter((one) => protocol === 'ANY' || one === protocol);
  const isRange = typeof first === 'number' && typeof last === 'number' && first >= 1 && first <= last && last < PORTS;
  if (of.length === 0 || !isRange || !Number.isInteger(first) || !Number.isInteger(last))
    return refuse(at, 'has no ports by number and protocol');
  return of.map((one) => PROTOCOLS.indexOf(one) * PORTS).map((start) => [start + first, start + last + 1]);
}

/** All ports of all protocols. */
export const everyPort = portRange('ANY', [1, PORTS - 1], 'ports');

/** Ports as a certificate writes them. */
export function portTexts(ports: Ranges<number>): readonly string[] {
  return ports.map(([start, end]) => {
    const [protocol, first, last] = [PROTOCOLS[Math.floor(start / PORTS)], start % PORTS, (end - 1) % PORTS];
    return `${first === last ? first : `${first}-${last}`}/${protocol}`;
  });
}

const SIXTH = 2n ** 128n;

/** All addresses: IPv4 from zero, IPv6 far behind. */
export const everyAddress: Ranges<bigint> = [...addressRange('0.0.0.0/0', ''), ...addressRange('::/0', '')];

/** The addresses of a block in CIDR notation. */
export function addressRange(text: unknown, at: string): Ranges<bigint> {
  const block = parseCidr(typeof text === 'string' ? text : '');
  if (!block.ok) return refuse(at, 'is no block of addresses');
  const offset = block.value.family === 4 ? 0n : SIXTH;
  return [[offset + block.value.first.value, offset + block.value.last.value + 1n]];
}

/** The fewest blocks that hold these addresses and no other, in CIDR notation. */
export function blockTexts(ranges: Ranges<bigint>): readonly string[] {
  return ranges.flatMap(([start, end]) => {
    const [family, offset] = start < SIXTH ? ([4, 0n] as const) : ([6, SIXTH] as const);
    return coverRange({ family, first: start - offset, last: end - offset - 1n }).map(String);
  });
}
