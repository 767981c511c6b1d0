import { readBoundedText } from './bounded-text';
import { formatIp4, readIp4Text } from './ip4-text';
import { formatIp6, readIp6Text } from './ip6-text';
import { quoteInput } from './quote-input';
import { accepted, refused, type Parsed } from './refusal';

/** Version of the Internet Protocol. */
export type IpFamily = 4 | 6;

/** Bits in an address of each family. */
export const ADDRESS_BITS = Object.freeze({ 4: 32, 6: 128 } as const satisfies Record<IpFamily, number>);

/**
 * One IPv4 or IPv6 address: a family and a number, immutable. Its text is always canonical (dotted decimal, or
 * RFC 5952), and so is its JSON.
 */
export class IpAddress {
  private constructor(
    public readonly family: IpFamily,
    /** The address as a number, most significant bit first. */
    public readonly value: bigint,
  ) {
    Object.freeze(this);
  }

  /** The address with this number; throws a RangeError when the number doesn't fit the family. */
  public static of(family: IpFamily, value: bigint): IpAddress {
    if (value < 0n || value >> BigInt(ADDRESS_BITS[family]) !== 0n)
      throw new RangeError(`${value} is not the number of an IPv${family} address`);
    return new IpAddress(family, value);
  }

  /** True for the same family and number. */
  public equals(other: IpAddress): boolean {
    return this.family === other.family && this.value === other.value;
  }

  public toString(): string {
    return this.family === 4 ? formatIp4(this.value) : formatIp6(this.value);
  }

  public toJSON(): string {
    return this.toString();
  }
}

/** Orders addresses: IPv4 before IPv6, then by number. */
export function compareIps(a: IpAddress, b: IpAddress): number {
  if (a.family !== b.family) return a.family - b.family;
  return a.value < b.value ? -1 : a.value > b.value ? 1 : 0;
}

const IP_FORM = 'an IP address such as 10.20.0.1 or 2001:db8:10::1';

/**
 * Reads one IP address. Stricter than Node and the C library: a text that two tools could read as two
 * addresses is refused, with the likely intention in `reason.next`.
 */
export function parseIp(text: string): Parsed<IpAddress> {
  return readBoundedText(text, { noun: 'an IP address', want: IP_FORM, read: readIpText });
}

function readIpText(text: string): Parsed<IpAddress> {
  const surplus = findSurplus(text);
  if (surplus !== undefined) return surplus;
  const family: IpFamily = text.includes(':') ? 6 : 4;
  const read = family === 6 ? readIp6Text(text) : readIp4Text(text);
  return read.ok ? accepted(IpAddress.of(family, read.value)) : read;
}

/** What people write around an address although it isn't part of it. */
const SURPLUS = [
  { code: 'ip-mask', pattern: /^([^/]*)\/.*$/, what: 'a prefix length follows the address' },
  {
    code: 'ip-zone-id',
    pattern: /^([^%]*)%.*$/,
    what: 'a zone id (%…) names an interface of one machine only',
  },
  { code: 'ip-port', pattern: /^(\d+(?:\.\d+)+):\d*$/, what: 'a port follows the address' },
  { code: 'ip-port', pattern: /^\[([^\]]*)\]:\d*$/, what: 'a port follows the address' },
  {
    code: 'ip-brackets',
    pattern: /^\[([^\]]*)\]$/,
    what: 'brackets belong to URLs, not to addresses',
  },
] as const;

function findSurplus(text: string): Parsed<never> | undefined {
  for (const { code, pattern, what } of SURPLUS) {
    const core = pattern.exec(text)?.[1];
    if (core === undefined) continue;
    const meant = readIpText(core);
    const next = meant.ok ? `did you mean ${meant.value.toString()}?` : 'write the address alone';
    return refused({ code, what, got: quoteInput(text), want: IP_FORM, next });
  }
  return undefined;
}
