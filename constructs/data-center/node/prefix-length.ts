import { parseCidr } from '../../../model/address/cidr';

/** Prefix length of a block in CIDR notation; throws a RangeError when the text is none. */
export function prefixLengthOf(block: string): number {
  const parsed = parseCidr(block);
  if (!parsed.ok) throw new RangeError(`${block}: ${parsed.reason.what}`);
  return parsed.value.prefixLength;
}
