import fc from 'fast-check';
import { Cidr, compareCidrs, findOverlaps, parseCidr } from '../../../model/address/cidr';
import { IpAddress, parseIp } from '../../../model/address/ip';

const SEED = { seed: 20_260_102, numRuns: 400 };

function cidr(text: string): Cidr {
  const parsed = parseCidr(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason.what}`);
  return parsed.value;
}

function ip(text: string): IpAddress {
  const parsed = parseIp(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.reason.what}`);
  return parsed.value;
}

function readText(text: string): string {
  const parsed = parseCidr(text);
  return parsed.ok ? parsed.value.toString() : `${parsed.reason.code}: ${parsed.reason.next}`;
}

/** A block as the string of its fixed bits; shares no code with the product. */
interface Bits {
  readonly family: 4 | 6;
  readonly fixed: string;
}

const anyBits: fc.Arbitrary<Bits> = fc
  .constantFrom(4 as const, 6 as const)
  .chain((family) =>
    fc
      .array(fc.constantFrom('0', '1'), { maxLength: family === 4 ? 32 : 128 })
      .map((bits) => ({ family, fixed: bits.join('') })),
  );

/** Two blocks that often share a beginning. */
const relatedBits = fc
  .tuple(anyBits, anyBits, fc.nat(128), fc.boolean())
  .map(([a, b, kept, isRelated]): readonly [Bits, Bits] => {
    if (!isRelated) return [a, b];
    const total = a.family === 4 ? 32 : 128;
    return [
      a,
      {
        family: a.family,
        fixed: (a.fixed.slice(0, kept) + b.fixed.slice(0, kept % 5)).slice(0, total),
      },
    ];
  });

function fromBits({ family, fixed }: Bits): Cidr {
  const total = family === 4 ? 32 : 128;
  return Cidr.of(IpAddress.of(family, BigInt(`0b${fixed.padEnd(total, '0')}`)), fixed.length);
}

const holds = (outer: Bits, inner: Bits): boolean =>
  outer.family === inner.family && inner.fixed.startsWith(outer.fixed);

/** IPv4-mapped blocks have no text that the parser takes. */
const isMapped = (bits: Bits): boolean =>
  bits.family === 6 && bits.fixed.padEnd(96, '0').slice(0, 96) === '0'.repeat(80) + '1'.repeat(16);

describe('parseCidr() accepts', () => {
  test.each([
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['0.0.0.0/0', '0.0.0.0/0'],
    ['10.0.0.1/32', '10.0.0.1/32'],
    ['::/0', '::/0'],
    ['2001:DB8:0:0::/32', '2001:db8::/32'],
    ['2001:db8::1/128', '2001:db8::1/128'],
  ])('%s as %s', (text, canonical) => {
    expect(readText(text)).toBe(canonical);
  });
});

describe('parseCidr() refuses with the likely intention', () => {
  test.each([
    ['10.0.0.1/8', 'cidr-host-bits: did you mean 10.0.0.0/8 or 10.0.0.1/32?'],
    ['2001:db8::1/64', 'cidr-host-bits: did you mean 2001:db8::/64 or 2001:db8::1/128?'],
    ['0.0.0.1/0', 'cidr-host-bits: did you mean 0.0.0.0/0 or 0.0.0.1/32?'],
    ['10.20.0.0', 'cidr-mask-missing: did you mean 10.20.0.0/16 or 10.20.0.0/32?'],
    ['10.20.0.7', 'cidr-mask-missing: did you mean 10.20.0.7/32?'],
    ['0.0.0.0', 'cidr-mask-missing: did you mean 0.0.0.0/0 or 0.0.0.0/32?'],
    ['2001:db8::', 'cidr-mask-missing: did you mean 2001:db8::/32 or 2001:db8::/128?'],
    ['10.0.0.0/', 'cidr-mask-missing: write the prefix length'],
    ['10.0.0.0/33', 'cidr-mask-range: write at most 32'],
    ['2001:db8::/129', 'cidr-mask-range: write at most 128'],
    ['10.0.0.0/08', 'cidr-mask-leading-zero: did you mean /8?'],
    ['10.0.0.0/099', 'cidr-mask-leading-zero: write at most 32'],
    ['10.0.0.0/255.0.0.0', 'cidr-netmask: did you mean /8?'],
    ['10.0.0.0/255.0.255.0', 'cidr-mask-characters: write it with digits only'],
    ['10.0.0.0/+8', 'cidr-mask-characters: write it with digits only'],
    ['10.0.0.0/-8', 'cidr-mask-characters: write it with digits only'],
    ['10.0.0.0/8.0', 'cidr-mask-characters: write it with digits only'],
    ['10.0.0.0/1e1', 'cidr-mask-characters: write it with digits only'],
    ['10.0.0.0/8/8', 'cidr-slashes: write one prefix length'],
    ['/8', 'address-text-empty: write an IP address such as 10.20.0.1 or 2001:db8:10::1'],
    ['', 'address-text-empty: write a block such as 10.20.0.0/16 or 2001:db8:10::/48'],
    ['10.0.0.0 /8', 'address-text-characters: did you mean 10.0.0.0/8?'],
    ['10.0.0.0/８', 'address-text-characters: did you mean 10.0.0.0/8?'],
    ['10.0.0.0\u22158', 'address-text-characters: write it with plain ASCII characters, without spaces'],
    ['010.0.0.0/8', 'ip4-leading-zero: did you mean 10.0.0.0, or 8.0.0.0 if it was octal?'],
    ['10/8', 'ip4-part-count: did you mean 10.0.0.0/8?'],
    ['172.16/12', 'ip4-part-count: did you mean 172.16.0.0/12?'],
    ['10.1/8', 'ip4-part-count: did you mean 10.1.0.0, or 10.0.0.1 as some tools read it? Write all four parts'],
    [
      '::ffff:0:0/96',
      'ip6-holds-ip4: did you mean 0.0.0.0? Write the IPv4 block, with a prefix length that is 96 bits shorter',
    ],
    ['fe80::%eth0/10', 'ip-zone-id: did you mean fe80::?'],
    ['1'.repeat(100_000), 'address-text-length: write one value only'],
  ])('%j', (text, expected) => {
    expect(readText(text)).toBe(expected);
  });
});

describe('Cidr', () => {
  test('reads back from its own text as the same block', () => {
    fc.assert(
      fc.property(anyBits, (bits) => {
        fc.pre(!isMapped(bits));
        const block = fromBits(bits);
        expect(parseCidr(block.toString())).toEqual({ ok: true, value: block });
      }),
      SEED,
    );
  });

  test('contains and overlaps what a comparison of bit strings says', () => {
    fc.assert(
      fc.property(relatedBits, ([a, b]) => {
        const [blockA, blockB] = [fromBits(a), fromBits(b)];
        expect(blockA.contains(blockB)).toBe(holds(a, b));
        expect(blockB.contains(blockA)).toBe(holds(b, a));
        expect(blockA.overlaps(blockB)).toBe(holds(a, b) || holds(b, a));
        expect(blockA.contains(blockB.last)).toBe(
          holds(a, { family: b.family, fixed: b.fixed.padEnd(b.family === 4 ? 32 : 128, '1') }),
        );
      }),
      SEED,
    );
  });

  test('subnet() appends the bits of the index', () => {
    fc.assert(
      fc.property(anyBits, fc.array(fc.constantFrom('0', '1'), { minLength: 1, maxLength: 60 }), (bits, more) => {
        const fixed = (bits.fixed + more.join('')).slice(0, bits.family === 4 ? 32 : 128);
        const index = BigInt(`0b0${fixed.slice(bits.fixed.length)}`);
        const expected = fromBits({ family: bits.family, fixed });
        expect(fromBits(bits).subnet(index, fixed.length).toString()).toBe(expected.toString());
      }),
      SEED,
    );
  });

  test('knows first, last and size, is frozen, and its JSON is its text', () => {
    const block = cidr('10.20.0.0/14');
    expect([block.first, block.last].map(String)).toEqual(['10.20.0.0', '10.23.255.255']);
    expect(block.size).toBe(2n ** 18n);
    expect(cidr('::/0').size).toBe(2n ** 128n);
    expect(Object.isFrozen(block)).toBe(true);
    expect(JSON.stringify({ block })).toBe('{"block":"10.20.0.0/14"}');
    expect(Cidr.around(ip('10.22.3.4'), 14).equals(block)).toBe(true);
    expect(Cidr.host(ip('::1')).toString()).toBe('::1/128');
  });

  test.each([
    ['host bits', () => Cidr.of(ip('10.0.0.1'), 8)],
    ['a prefix length beyond the family', () => Cidr.around(ip('10.0.0.1'), 33)],
    ['a negative prefix length', () => Cidr.around(ip('10.0.0.1'), -1)],
    ['a broken prefix length', () => Cidr.around(ip('10.0.0.1'), 8.5)],
    ['a subnet larger than the block', () => cidr('10.0.0.0/8').subnet(0, 7)],
    ['a subnet smaller than an address', () => cidr('10.0.0.0/8').subnet(0, 33)],
    ['a subnet beyond the end', () => cidr('10.0.0.0/8').subnet(256, 16)],
    ['a negative subnet', () => cidr('10.0.0.0/8').subnet(-1n, 16)],
    ['a broken index', () => cidr('10.0.0.0/8').subnet(0.5, 16)],
  ])('refuses %s', (_, make) => {
    expect(make).toThrow(RangeError);
  });

  test('sorts by family, first address, and the larger block first', () => {
    const texts = ['::/0', '10.0.0.0/16', '9.0.0.0/8', '10.0.0.0/8', '10.1.0.0/16'];
    expect(texts.map(cidr).toSorted(compareCidrs).map(String)).toEqual([
      '9.0.0.0/8',
      '10.0.0.0/8',
      '10.0.0.0/16',
      '10.1.0.0/16',
      '::/0',
    ]);
  });
});

describe('findOverlaps()', () => {
  test('finds the pairs that comparing all with all finds', () => {
    const lists = fc.array(relatedBits, { maxLength: 20 }).map((pairs) => pairs.flat());
    fc.assert(
      fc.property(lists, (list) => {
        const expected = list.flatMap((a, i) =>
          list.flatMap((b, j) => {
            const isOuter = holds(a, b) && (a.fixed !== b.fixed || i < j);
            return i !== j && isOuter ? [`${i} holds ${j}`] : [];
          }),
        );
        const found = findOverlaps(list.map(fromBits)).map(({ outer, inner }) => `${outer} holds ${inner}`);
        expect(found.toSorted()).toEqual(expected.toSorted());
      }),
      SEED,
    );
  });

  test('names the holder first, and of equal blocks the earlier one', () => {
    const blocks = ['10.1.0.0/16', '10.0.0.0/8', '10.1.0.0/16', '11.0.0.0/8'].map(cidr);
    expect(findOverlaps(blocks)).toEqual([
      { outer: 1, inner: 0 },
      { outer: 1, inner: 2 },
      { outer: 0, inner: 2 },
    ]);
  });

  test('stops at the pairs it was asked for', () => {
    const blocks = Array.from({ length: 5000 }, () => cidr('10.0.0.0/8'));
    expect(findOverlaps(blocks, 100)).toHaveLength(100);
  });
});
