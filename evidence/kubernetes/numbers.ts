import { parseCidr } from '../../model/address/cidr';
import { coverRange } from '../../model/address/cover-range';
import { refuse } from './refuse';

/** A set of ports or addresses: the numbers where it begins, ends, begins again, and so on, in order. */
export type Numbers = readonly bigint[];

function combined(left: Numbers, right: Numbers, isKept: (isLeft: boolean, isRight: boolean) => boolean): Numbers {
  const made: bigint[] = [];
  for (let [l, r] = [0, 0]; l < left.length || r < right.length;) {
    const [a = right[r], b = a] = [left[l], right[r]];
    const edge = a !== undefined && b !== undefined && a < b ? a : b;
    if (left[l] === edge) l++;
    if (right[r] === edge) r++;
    if (edge !== undefined && isKept(l % 2 === 1, r % 2 === 1) !== (made.length % 2 === 1)) made.push(edge);
  }
  return made;
}

/** What the one holds and the other doesn't. */
export const without = (left: Numbers, right: Numbers): Numbers => combined(left, right, (a, b) => a && !b);
/** What both hold. */
export const shared = (left: Numbers, right: Numbers): Numbers => combined(left, right, (a, b) => a && b);
/** What any of these holds. */
export function union(sets: readonly Numbers[]): Numbers {
  const [first = [], second] = sets;
  if (second === undefined) return first;
  const half = Math.ceil(sets.length / 2);
  return combined(union(sets.slice(0, half)), union(sets.slice(half)), (a, b) => a || b);
}

/** Each range of a set. */
export function rangesOf(set: Numbers): readonly (readonly [first: bigint, end: bigint])[] {
  return set.flatMap((first, index) => (index % 2 === 0 ? [[first, set[index + 1] ?? first] as const] : []));
}

const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];
const PORTS = 65_536;

/** Ports of a protocol, or of `ANY`: one protocol stands behind the other, each without its port 0. */
export function portSet(protocol: string, [first, last]: readonly [number, number], at: string): Numbers {
  const starts = PROTOCOLS.flatMap((one, index) => (protocol === 'ANY' || protocol === one ? [index * PORTS] : []));
  const isRange = Number.isInteger(first) && Number.isInteger(last) && first >= 1 && first <= last && last < PORTS;
  if (starts.length === 0 || !isRange) refuse(at, 'has no ports by number and protocol');
  return starts.flatMap((start) => [BigInt(start + first), BigInt(start + last + 1)]);
}

/** All ports of all protocols. */
export const everyPort = portSet('ANY', [1, PORTS - 1], 'ports');

/** Ports as a certificate writes them. */
export function portTexts(ports: Numbers): readonly string[] {
  return rangesOf(ports).map(([start, end]) => {
    const [first, last] = [Number(start) % PORTS, Number(end - 1n) % PORTS];
    return `${first === last ? first : `${first}-${last}`}/${PROTOCOLS[Math.floor(Number(start) / PORTS)]}`;
  });
}

/** Ports that a certificate writes. */
export function readPorts(text: string, at: string): Numbers {
  const [, first, last = first, protocol = ''] = /^(\d{1,5})(?:-(\d{1,5}))?\/(TCP|UDP|SCTP)$/.exec(text) ?? [];
  return portSet(protocol, [Number(first), Number(last)], at);
}

const IPV6 = 2n ** 128n;

/** The addresses of a block in CIDR notation, IPv6 far behind IPv4. */
export function addressSet(text: string, at: string): Numbers {
  const block = parseCidr(text);
  if (!block.ok) return refuse(at, 'is no block of addresses');
  const { family, first, last } = block.value;
  const offset = family === 4 ? 0n : IPV6;
  return [offset + first.value, offset + last.value + 1n];
}

/** All addresses. */
export const everyAddress = [...addressSet('0.0.0.0/0', ''), ...addressSet('::/0', '')];

/** The fewest blocks that hold these addresses and no other. */
export function blockTexts(addresses: Numbers): readonly string[] {
  return rangesOf(addresses).flatMap(([start, end]) => {
    const [family, offset] = start < IPV6 ? ([4, 0n] as const) : ([6, IPV6] as const);
    return coverRange({ family, first: start - offset, last: end - offset - 1n }).map(String);
  });
}
