import { readBoundedText } from './bounded-text';
import { ADDRESS_BITS, compareIps, IpAddress, parseIp, type IpFamily } from './ip';
import { readMaskText } from './mask-text';
import { quoteInput } from './quote-input';
import { accepted, refused, type Parsed, type Refusal } from './refusal';

/**
 * One block of addresses in CIDR form (RFC 4632, RFC 4291 §2.3): a first address without host bits and a prefix
 * length. Immutable; text and JSON are canonical. Two blocks are either apart or one holds the other.
 */
export class Cidr {
  public readonly family: IpFamily;
  /** The highest address of the block. */
  public readonly last: IpAddress;

  private constructor(
    /** The lowest address of the block. */
    public readonly first: IpAddress,
    /** How many leading bits all addresses of the block share. */
    public readonly prefixLength: number,
  ) {
    this.family = first.family;
    this.last = IpAddress.of(first.family, first.value + this.size - 1n);
    Object.freeze(this);
  }

  /** The block that starts at this address; throws a RangeError on host bits or a length out of range. */
  public static of(first: IpAddress, prefixLength: number): Cidr {
    const block = Cidr.around(first, prefixLength);
    if (!block.first.equals(first))
      throw new RangeError(`${first.toString()}/${prefixLength} has host bits, the block is ${block.toString()}`);
    return block;
  }

  /** The block of this size that holds the address; throws a RangeError on a length out of range. */
  public static around(address: IpAddress, prefixLength: number): Cidr {
    const bits = ADDRESS_BITS[address.family];
    if (!Number.isInteger(prefixLength) || prefixLength < 0 || prefixLength > bits)
      throw new RangeError(`${prefixLength} is not a prefix length of IPv${address.family} (0 to ${bits})`);
    const hostBits = BigInt(bits - prefixLength);
    return new Cidr(IpAddress.of(address.family, (address.value >> hostBits) << hostBits), prefixLength);
  }

  /** The block of this one address. */
  public static host(address: IpAddress): Cidr {
    return Cidr.around(address, ADDRESS_BITS[address.family]);
  }

  /** How many addresses the block has. */
  public get size(): bigint {
    return 1n << BigInt(ADDRESS_BITS[this.family] - this.prefixLength);
  }

  /** True when every address of the other one lies in this block. */
  public contains(other: IpAddress | Cidr): boolean {
    const [first, last] = other instanceof Cidr ? [other.first, other.last] : [other, other];
    return this.family === other.family && this.first.value <= first.value && last.value <= this.last.value;
  }

  /** True when the blocks share an address. */
  public overlaps(other: Cidr): boolean {
    return this.contains(other) || other.contains(this);
  }

  /** The index-th block (from 0) of this prefix length inside the block; throws a RangeError when there is none. */
  public subnet(index: number | bigint, prefixLength: number): Cidr {
    const inside = prefixLength >= this.prefixLength && prefixLength <= ADDRESS_BITS[this.family];
    if (!Number.isInteger(prefixLength) || !inside)
      throw new RangeError(`a /${prefixLength} is no part of ${this.toString()}`);
    const isIndex = typeof index === 'bigint' || Number.isSafeInteger(index);
    if (!isIndex || index < 0 || BigInt(index) >> BigInt(prefixLength - this.prefixLength) !== 0n)
      throw new RangeError(`${this.toString()} has no /${prefixLength} with index ${index}`);
    const offset = BigInt(index) << BigInt(ADDRESS_BITS[this.family] - prefixLength);
    return new Cidr(IpAddress.of(this.family, this.first.value + offset), prefixLength);
  }

  /** True for the same first address and prefix length. */
  public equals(other: Cidr): boolean {
    return this.first.equals(other.first) && this.prefixLength === other.prefixLength;
  }

  public toString(): string {
    return `${this.first.toString()}/${this.prefixLength}`;
  }

  public toJSON(): string {
    return this.toString();
  }
}

/** Orders blocks: IPv4 before IPv6, then by first address, then the larger block first. */
export function compareCidrs(a: Cidr, b: Cidr): number {
  const byAddress = compareIps(a.first, b.first);
  return byAddress === 0 ? a.prefixLength - b.prefixLength : byAddress;
}

/** Two entries of a list that share addresses, by their indexes in the list. */
export interface CidrOverlap {
  /** Index of the block that holds the other; of two equal blocks the one that stands first in the list. */
  readonly outer: number;
  /** Index of the block inside it. */
  readonly inner: number;
}

/**
 * Every pair of blocks that overlap, in the order of {@link compareCidrs} of the inner block. Takes
 * n log n steps plus one per pair; a list of n equal blocks has n² / 2 pairs, so hostile lists need `pairsMax`.
 */
export function findOverlaps(blocks: readonly Cidr[], pairsMax = Number.POSITIVE_INFINITY): readonly CidrOverlap[] {
  const sorted = blocks.map((block, index) => ({ block, index })).toSorted((a, b) => compareCidrs(a.block, b.block));
  const overlaps: CidrOverlap[] = [];
  const holders: typeof sorted = [];
  for (const entry of sorted) {
    while (holders.at(-1)?.block.contains(entry.block) === false) holders.pop();
    for (const holder of holders) {
      if (overlaps.length >= pairsMax) return overlaps;
      overlaps.push({ outer: holder.index, inner: entry.index });
    }
    holders.push(entry);
  }
  return overlaps;
}

const CIDR_FORM = 'a block such as 10.20.0.0/16 or 2001:db8:10::/48';

/**
 * Reads one CIDR block. Refuses host bits, a missing, padded or dotted mask, and everything that `parseIp`
 * refuses, with the likely intention in `reason.next`.
 */
export function parseCidr(text: string): Parsed<Cidr> {
  return readBoundedText(text, { noun: 'a CIDR block', want: CIDR_FORM, read: readCidrText });
}

function readCidrText(text: string): Parsed<Cidr> {
  const [addressText = '', maskText, ...surplus] = text.split('/');
  if (surplus.length > 0)
    return refuseCidr(text, 'cidr-slashes', ['the block has more than one slash', 'write one prefix length']);
  const address = parseIp(addressText);
  if (!address.ok) {
    const next = findBlockIntention(addressText, maskText, address.reason);
    return refused({ ...address.reason, got: quoteInput(text), next });
  }
  if (maskText === undefined)
    return refuseCidr(text, 'cidr-mask-missing', ['the prefix length is missing', missingMaskIntention(address.value)]);
  const prefixLength = readMaskText(maskText, address.value.family);
  if (!prefixLength.ok) return refused({ ...prefixLength.reason, got: quoteInput(text) });
  const block = Cidr.around(address.value, prefixLength.value);
  if (block.first.equals(address.value)) return accepted(block);
  const next = `did you mean ${block.toString()} or ${Cidr.host(address.value).toString()}?`;
  return refuseCidr(text, 'cidr-host-bits', ['the address has bits set beyond the prefix length', next]);
}

function refuseCidr(text: string, code: string, [what, next]: readonly [string, string]): Parsed<never> {
  return refused({ code, what, got: quoteInput(text), want: CIDR_FORM, next });
}

/** Where a wrong address stands in a block, the intention may be another one than for the address alone. */
function findBlockIntention(addressText: string, maskText: string | undefined, reason: Refusal): string {
  if (maskText === undefined) return reason.next;
  if (reason.code === 'ip6-holds-ip4')
    return `${reason.next} Write the IPv4 block, with a prefix length that is 96 bits shorter`;
  const parts = addressText.split('.');
  if (reason.code !== 'ip4-part-count' || parts.length > 3) return reason.next;
  const meant = readCidrText(`${[...parts, '0', '0', '0'].slice(0, 4).join('.')}/${maskText}`);
  return meant.ok ? `did you mean ${meant.value.toString()}?` : reason.next;
}

/** One address, or the network that ends where only zeros follow: whole bytes in IPv4, whole groups in IPv6. */
function missingMaskIntention(address: IpAddress): string {
  const host = Cidr.host(address);
  const unit = address.family === 4 ? 8 : 16;
  let prefixLength = host.prefixLength;
  while (prefixLength > 0 && Cidr.around(address, prefixLength - unit).first.equals(address)) prefixLength -= unit;
  const network = Cidr.around(address, prefixLength);
  return network.equals(host)
    ? `did you mean ${host.toString()}?`
    : `did you mean ${network.toString()} or ${host.toString()}?`;
}

/** The blocks of some texts; what is none is left out. */
export function readBlocks(texts: readonly string[]): readonly Cidr[] {
  return texts.flatMap((text) => {
    const parsed = parseCidr(text);
    return parsed.ok ? [parsed.value] : [];
  });
}
