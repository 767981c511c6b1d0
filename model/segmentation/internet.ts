import { readBlocks, type Cidr } from '../address/cidr';
import type { NationFact } from '../facts/nation-fact';

/** Blocks that are no Internet (RFC 6890, RFC 4193, RFC 4291): a way to the Internet never is a way to these. */
export const reservedBlocks = {
  ipv4: ['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'],
  ipv6: ['fc00::/7', 'fe80::/10'],
} as const;

/** What a nation keeps apart from the Internet, by family: its own blocks, and those that nobody routes there. */
export function notInternet({ addresses }: Readonly<NationFact>): Readonly<Record<'ipv4' | 'ipv6', readonly string[]>> {
  const { nodes4, pods4, services4, unicast6 } = addresses;
  return { ipv4: [...reservedBlocks.ipv4, nodes4, pods4, services4], ipv6: [...reservedBlocks.ipv6, unicast6] };
}

/** The same as blocks. */
export function notInternetBlocks(nation: Readonly<NationFact>): readonly Cidr[] {
  const { ipv4, ipv6 } = notInternet(nation);
  return readBlocks([...ipv4, ...ipv6]);
}
