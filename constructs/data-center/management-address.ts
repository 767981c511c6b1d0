import { createHash } from 'node:crypto';
import { createAddressPlan } from '../../model/address/address-plan';
import { parseCidr, type Cidr } from '../../model/address/cidr';
import type { NationFact } from '../../model/facts/nation-fact';
import { ProblemError } from '../../model/problem';
import { findZone } from '../../model/segmentation/zone';
import type { DualBlock, FailureDomain, Host } from '../../model/site/site';

/** Bits of an interface identifier that name the rack group and host class; the last 16 are the host's number. */
const GROUP_DIGITS = 12;

/** The device-management zone of a site (TCVN 14423:2026 6.12.2.2 b), where the management controllers of its hosts are. */
export function managementZone(addresses: NationFact['addresses'], siteSlot: number): DualBlock {
  const plan = createAddressPlan({
    nodes4: parse(addresses.nodes4),
    pods4: parse(addresses.pods4),
    services4: parse(addresses.services4),
    unicast6: parse(addresses.unicast6),
  });
  if (!plan.ok) throw new ProblemError(plan.problems);
  const { ipv4, ipv6 } = plan.value.zone(siteSlot, findZone('device-management').slot);
  return { ipv4: ipv4.toString(), ipv6: ipv6.toString() };
}

/**
 * IPv6 address of a host's management controller, in the first /64 of its site's device-management zone. It follows
 * from the failure domain, the class and the host's number alone, so a new rack moves nobody: 48 bits of their
 * SHA-256, then the number. (An IPv4 zone has 4,094 addresses, too few to number hosts without order.)
 */
export function managementAddress(zone: DualBlock, host: Host): string {
  const group = createHash('sha256').update(`${host.failureDomain}/${host.class}`).digest('hex').slice(0, GROUP_DIGITS);
  const number = hostNumber(host).toString(16).padStart(4, '0');
  const digits = `${group}${number}`;
  const parts = [0, 4, 8, 12].map((start) => digits.slice(start, start + 4));
  const first = parse(zone.ipv6).subnet(0, 64).toString().replace(/::\/64$/, '');
  return `${first}:${parts.join(':')}`;
}

/**
 * Checks that no two controllers of a site share an address.
 * @throws Error on a collision, which 48 bits make all but impossible
 */
export function assertDistinctAddresses(zone: DualBlock, domains: readonly FailureDomain[]): void {
  const taken = new Map<string, string>();
  for (const host of domains.flatMap((domain) => domain.hosts)) {
    const address = managementAddress(zone, host);
    const other = taken.get(address);
    if (other !== undefined) throw new Error(`${host.id} and ${other} would share ${address}; rename one rack group`);
    taken.set(address, host.id);
  }
}

function hostNumber(host: Host): number {
  const digits = /-(\d+)$/.exec(host.id)?.[1];
  if (digits === undefined) throw new RangeError(`${host.id} has no number`);
  return Number(digits);
}

function parse(text: string): Cidr {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new RangeError(`${text}: ${parsed.reason.what}`);
  return parsed.value;
}
