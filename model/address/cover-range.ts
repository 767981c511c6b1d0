import { Cidr } from './cidr';
import { ADDRESS_BITS, IpAddress, type IpFamily } from './ip';

/** Addresses of one family, the first and the last included. */
export interface AddressRange {
  readonly family: IpFamily;
  readonly first: bigint;
  readonly last: bigint;
}

/** The fewest blocks that hold the addresses of a range and no other, in their order. */
export function coverRange({ family, first, last }: AddressRange): readonly Cidr[] {
  const blocks: Cidr[] = [];
  for (let at = first; at <= last;) {
    let block = Cidr.host(IpAddress.of(family, at));
    for (let length = ADDRESS_BITS[family] - 1; length >= 0; length--) {
      const wider = Cidr.around(block.first, length);
      if (wider.first.value !== at || wider.last.value > last) break;
      block = wider;
    }
    blocks.push(block);
    at = block.last.value + 1n;
  }
  return blocks;
}
