import { createHash } from 'node:crypto';
import { parseCidr, type Cidr } from '../../model/address/cidr';
import { IpAddress } from '../../model/address/ip';
import type { NationFact } from '../../model/facts/nation-fact';
import { readAddressPlan } from '../../model/segmentation/peer-index';
import { findZone } from '../../model/segmentation/zone';
import type { DataCenter, Host } from '../../model/site/site';

/** Hexadecimal digits of an interface identifier that stand for the rack group and host class; four are the number. */
const GROUP_DIGITS = 12;
const NUMBER_DIGITS = 4;

/** The IPv6 block of a site's device-management zone, where the management controllers of its hosts answer. */
export function managementBlock(nation: Readonly<NationFact>, site: DataCenter): string {
  return readAddressPlan(nation).zone(site.slot, findZone('device-management').slot).ipv6.toString();
}

/**
 * The IPv6 address of a host's management controller, in the first /64 of its site's device-management zone (TCVN
 * 14423:2026 6.12.2.2 b). It follows from the rack group, the class and the host's number alone, so a new rack moves
 * nobody: 48 bits of a SHA-256, then the number. An IPv4 zone has too few addresses to number hosts that way.
 */
export function managementAddress(block: string, host: Host): string {
  const { group, number } = splitHostId(host.id);
  const digest = createHash('sha256').update(group).digest('hex').slice(0, GROUP_DIGITS);
  const identifier = BigInt(`0x${digest}${number.toString(16).padStart(NUMBER_DIGITS, '0')}`);
  return IpAddress.of(6, parse(block).subnet(0, 64).first.value + identifier).toString();
}

/**
 * The addresses of all hosts of a site, by host.
 * @throws Error when two hosts would share one, which 48 bits make all but impossible
 */
export function managementAddresses(nation: Readonly<NationFact>, site: DataCenter): ReadonlyMap<string, string> {
  const block = managementBlock(nation, site);
  const hosts = site.failureDomains.flatMap((domain) => domain.hosts);
  const addresses = new Map(hosts.map((host) => [host.id, managementAddress(block, host)]));
  if (new Set(addresses.values()).size < hosts.length)
    throw new Error(`${site.id}: two hosts would share a management address; rename a rack group`);
  return addresses;
}

/** A host's id is its failure domain, its class and its number. */
function splitHostId(id: string): { readonly group: string; readonly number: number } {
  const [, group, digits] = /^(.+)-(\d{3,4})$/.exec(id) ?? [];
  if (group === undefined || digits === undefined) throw new RangeError(`${id} has no number`);
  return { group, number: Number(digits) };
}

function parse(text: string): Cidr {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new RangeError(`${text}: ${parsed.reason.what}`);
  return parsed.value;
}
