import { parseCidr, type Cidr } from '../address/cidr';
import { findZone, type ZoneName } from '../segmentation/zone';
import type { DualBlock, SiteBase } from './site';

/** Prefix lengths of a zone's blocks in its site, as in the address plan. */
const ZONE_PREFIX_4 = 20;
const ZONE_PREFIX_6 = 56;

/** The blocks of a zone at a site. */
export function zoneBlock(site: Pick<SiteBase, 'block'>, zone: ZoneName): DualBlock {
  const { slot } = findZone(zone);
  return {
    ipv4: parse(site.block.ipv4).subnet(slot, ZONE_PREFIX_4).toString(),
    ipv6: parse(site.block.ipv6).subnet(slot, ZONE_PREFIX_6).toString(),
  };
}

function parse(text: string): Cidr {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason.what}`);
  return parsed.value;
}
