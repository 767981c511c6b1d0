import { problem, type FactPath, type Problem } from '../problem';
import { Cidr, findOverlaps, parseCidr } from './cidr';
import type { IpFamily } from './ip';

/** The four supernets that the whole national address plan is cut from. */
export interface AddressPlanInput {
  /** IPv4 /8 for sites, zones, hosts and commune access ends, such as 10.0.0.0/8. */
  readonly nodes4: Cidr;
  /** IPv4 /10 for pods, such as 100.64.0.0/10 (RFC 6598). */
  readonly pods4: Cidr;
  /** IPv4 /12 for Kubernetes services, such as 172.16.0.0/12 (RFC 1918). */
  readonly services4: Cidr;
  /** IPv6 /32 for everything: the nation's allocation, such as 2001:db8::/32. */
  readonly unicast6: Cidr;
}

/** Family and prefix length of each supernet, in the order of the errors. */
const SUPERNETS = [
  { key: 'nodes4', family: 4, prefixLength: 8 },
  { key: 'pods4', family: 4, prefixLength: 10 },
  { key: 'services4', family: 4, prefixLength: 12 },
  { key: 'unicast6', family: 6, prefixLength: 32 },
] as const satisfies readonly {
  key: keyof AddressPlanInput;
  family: IpFamily;
  prefixLength: number;
}[];

/** Blocks that no host may be numbered from (RFC 6890 registry, RFC 4291 §2.5 and §2.7). */
const UNUSABLE: readonly { readonly block: Cidr; readonly use: string }[] = [
  { block: literal('0.0.0.0/8'), use: '"this network"' },
  { block: literal('127.0.0.0/8'), use: 'loopback' },
  { block: literal('169.254.0.0/16'), use: 'link-local addresses' },
  { block: literal('224.0.0.0/4'), use: 'multicast' },
  { block: literal('240.0.0.0/4'), use: 'future use' },
];

/** Where IPv6 hosts may be numbered from: global unicast (RFC 4291 §2.5.4) and assigned unique local (RFC 4193). */
const USABLE6: readonly Cidr[] = [literal('2000::/3'), literal('fd00::/8')];

function literal(text: string): Cidr {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason.what}`);
  return parsed.value;
}

/**
 * Everything that is wrong with the four supernets: family, size, use for hosts, overlaps. `at` is the place of
 * the input; each problem names the key under it.
 */
export function checkAddressPlanInput(input: AddressPlanInput, at: FactPath): readonly Problem[] {
  const shapes = SUPERNETS.flatMap((supernet) => findWrongShape(input[supernet.key], supernet, at));
  return [...shapes, ...findUnusable(input, at), ...findOverlapping(input, at)];
}

function findWrongShape(block: Cidr, supernet: (typeof SUPERNETS)[number], at: FactPath): readonly Problem[] {
  const { key, family, prefixLength } = supernet;
  const parts = {
    at: [...at, key],
    got: block.toString(),
    want: `an IPv${family} /${prefixLength}`,
  };
  if (block.family !== family) {
    const next = `write the IPv${family} block here`;
    return [
      problem({
        code: 'address-plan-family',
        what: `${key} is of the wrong family`,
        next,
        ...parts,
      }),
    ];
  }
  if (block.prefixLength === prefixLength) return [];
  const next =
    block.prefixLength > prefixLength
      ? `did you mean ${Cidr.around(block.first, prefixLength).toString()}?`
      : `choose one /${prefixLength} of it, such as ${block.subnet(0, prefixLength).toString()}`;
  return [
    problem({
      code: 'address-plan-size',
      what: `${key} has the wrong size for the plan`,
      next,
      ...parts,
    }),
  ];
}

function findUnusable(input: AddressPlanInput, at: FactPath): readonly Problem[] {
  return SUPERNETS.flatMap(({ key }) => {
    const block = input[key];
    const use = findUnusableUse(block);
    if (use === undefined) return [];
    return [
      problem({
        code: 'address-plan-unusable',
        at: [...at, key],
        what: `${key} has addresses that hosts can't use: ${use}`,
        got: block.toString(),
        want: 'unicast addresses',
        next: 'choose a private block or one that is allocated to the nation',
      }),
    ];
  });
}

function findUnusableUse(block: Cidr): string | undefined {
  if (block.family === 4) return UNUSABLE.find((one) => one.block.overlaps(block))?.use;
  return USABLE6.some((one) => one.contains(block)) ? undefined : 'neither global unicast nor unique local';
}

function findOverlapping(input: AddressPlanInput, at: FactPath): readonly Problem[] {
  const keys = SUPERNETS.map(({ key }) => key);
  return findOverlaps(keys.map((key) => input[key])).flatMap(({ outer, inner }) => {
    const [first, second] = [keys[Math.min(outer, inner)], keys[Math.max(outer, inner)]];
    if (first === undefined || second === undefined) return [];
    return [
      problem({
        code: 'address-plan-overlap',
        at: [...at, second],
        what: `${second} overlaps ${first}`,
        got: `${input[second].toString()} and ${input[first].toString()}`,
        want: 'four blocks that share no address',
        next: `move ${second} or ${first} to another block`,
      }),
    ];
  });
}
