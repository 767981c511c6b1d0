import fc from 'fast-check';
import { isIPv4, isIPv6, SocketAddress } from 'node:net';
import { compareIps, IpAddress, parseIp } from '../../../model/address/ip';
import { refusalAt } from '../../../model/address/refusal';

const SEED = { seed: 20_260_101, numRuns: 500 };

const anyIp = fc.oneof(
  fc.bigInt({ min: 0n, max: 2n ** 32n - 1n }).map((value) => IpAddress.of(4, value)),
  fc
    .array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 0xffff })), {
      minLength: 8,
      maxLength: 8,
    })
    .map((groups) => groups.reduce((sum, group) => (sum << 16n) | BigInt(group), 0n))
    .filter((value) => value >> 32n !== 0xffffn)
    .map((value) => IpAddress.of(6, value)),
);

function readText(text: string): string {
  const parsed = parseIp(text);
  return parsed.ok ? parsed.value.toString() : `${parsed.reason.code}: ${parsed.reason.next}`;
}

describe('parseIp() accepts', () => {
  test.each([
    ['10.0.0.1', '10.0.0.1', 4, 0x0a00_0001n],
    ['0.0.0.0', '0.0.0.0', 4, 0n],
    ['255.255.255.255', '255.255.255.255', 4, 0xffff_ffffn],
    ['::', '::', 6, 0n],
    ['::1', '::1', 6, 1n],
    ['::102:304', '::102:304', 6, 0x0102_0304n],
    ['2001:DB8::A', '2001:db8::a', 6, 0x2001_0db8_0000_0000_0000_0000_0000_000an],
    ['2001:0db8:0000:0000:0000:0000:0000:000a', '2001:db8::a', 6, 0x2001_0db8_0000_0000_0000_0000_0000_000an],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1', 6, 0x2001_0db8_0000_0000_0001_0000_0000_0001n],
    ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1', 6, 0x2001_0000_0000_0001_0000_0000_0000_0001n],
    ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0', 6, 0x0001_0002_0003_0004_0005_0006_0007_0000n],
    ['::2:3:4:5:6:7:8', '0:2:3:4:5:6:7:8', 6, 0x0000_0002_0003_0004_0005_0006_0007_0008n],
    ['1:2:0:4:5:6:7:8', '1:2:0:4:5:6:7:8', 6, 0x0001_0002_0000_0004_0005_0006_0007_0008n],
    ['fd00::', 'fd00::', 6, 0xfd00n << 112n],
    ['64:ff9b::1.2.3.4', '64:ff9b::102:304', 6, 0x0064_ff9b_0000_0000_0000_0000_0102_0304n],
  ] as const)('%s as %s', (text, canonical, family, value) => {
    const parsed = parseIp(text);
    expect(parsed).toEqual({ ok: true, value: IpAddress.of(family, value) });
    expect(readText(text)).toBe(canonical);
  });
});

describe('parseIp() refuses with the likely intention', () => {
  test.each([
    ['010.0.0.1', 'ip4-leading-zero: did you mean 10.0.0.1, or 8.0.0.1 if it was octal?'],
    ['10.0.0.08', 'ip4-leading-zero: did you mean 10.0.0.8?'],
    ['00.0.0.0', 'ip4-leading-zero: did you mean 0.0.0.0?'],
    ['0377.0.0.1', 'ip4-leading-zero: did you mean 255.0.0.1?'],
    ['0999.0.0.1', 'ip4-leading-zero: write each part in decimal, at most 255'],
    ['1.2.3', 'ip4-part-count: did you mean 1.2.3.0, or 1.2.0.3 as some tools read it? Write all four parts'],
    ['10.0', 'ip4-part-count: did you mean 10.0.0.0?'],
    ['1.2.300', 'ip4-part-count: write all four parts'],
    ['1.2.3.4.5', 'ip4-part-count: leave out the surplus parts'],
    ['167772161', 'ip4-part-count: did you mean 10.0.0.1?'],
    ['4294967296', 'ip4-part-count: write the address in dotted form'],
    ['0x0a000001', 'ip4-hexadecimal: did you mean 10.0.0.1?'],
    ['0xa.0.0.0x1', 'ip4-hexadecimal: did you mean 10.0.0.1?'],
    ['256.0.0.1', 'ip4-part-range: correct the part to at most 255'],
    ['1..2.3', 'ip4-empty-part: fill in or remove the part'],
    ['1.2.3.', 'ip4-empty-part: fill in or remove the part'],
    ['+1.2.3.4', 'ip4-sign: leave out the sign'],
    ['1.2.3.-4', 'ip4-sign: leave out the sign'],
    ['1e1.0.0.1', 'ip4-characters: write the address itself; host names are not looked up'],
    ['localhost', 'ip4-characters: write the address itself; host names are not looked up'],
    ['', 'address-text-empty: write an IP address such as 10.20.0.1 or 2001:db8:10::1'],
    [' 10.0.0.1', 'address-text-characters: did you mean 10.0.0.1?'],
    ['10.0.0.1\n', 'address-text-characters: did you mean 10.0.0.1?'],
    ['10.0.0.1\u0000', 'address-text-characters: did you mean 10.0.0.1?'],
    ['10.0\u200b.0.1', 'address-text-characters: did you mean 10.0.0.1?'],
    ['１０.0.0.1', 'address-text-characters: did you mean 10.0.0.1?'],
    ['١٠.0.0.1', 'address-text-characters: write it with plain ASCII characters, without spaces'],
    ['10。0。0。1', 'address-text-characters: write it with plain ASCII characters, without spaces'],
    ['10.0.0.1/24', 'ip-mask: did you mean 10.0.0.1?'],
    ['010.0.0.1/24', 'ip-mask: write the address alone'],
    ['10.0.0.1:443', 'ip-port: did you mean 10.0.0.1?'],
    ['[2001:db8::1]:443', 'ip-port: did you mean 2001:db8::1?'],
    ['[2001:db8::1]', 'ip-brackets: did you mean 2001:db8::1?'],
    ['fe80::1%eth0', 'ip-zone-id: did you mean fe80::1?'],
    ['fe80::1%25eth0', 'ip-zone-id: did you mean fe80::1?'],
    ['::ffff:10.0.0.1', 'ip6-holds-ip4: did you mean 10.0.0.1?'],
    ['::FFFF:a00:1', 'ip6-holds-ip4: did you mean 10.0.0.1?'],
    ['::10.0.0.1', 'ip6-holds-ip4: did you mean 10.0.0.1?'],
    ['::ffff:010.0.0.1', 'ip4-leading-zero: did you mean 10.0.0.1, or 8.0.0.1 if it was octal?'],
    ['1.2.3.4::', 'ip6-dots: write dots only in the last four bytes'],
    ['1::2::3', 'ip6-elision: write the zeros out in all places but one'],
    ['1:::2', 'ip6-colons: write "::" or ":"'],
    [':1:2:3:4:5:6:7', 'ip6-colons: write "::" or leave it out'],
    ['1:2:3:4:5:6:7:', 'ip6-colons: write "::" or leave it out'],
    ['1:2:3:4:5:6:7', 'ip6-group-count: write all groups, or "::" for zeros'],
    ['1:2:3:4:5:6:7:8:9', 'ip6-group-count: write all groups, or "::" for zeros'],
    ['1:2:3:4::5:6:7:8', 'ip6-group-count: leave out the "::" or the surplus groups'],
    ['00001::', 'ip6-group-range: correct the address'],
    ['2001:db8::g', 'ip6-characters: correct the address'],
    ['-1::', 'ip6-characters: correct the address'],
  ])('%j', (text, expected) => {
    expect(readText(text)).toBe(expected);
  });

  test('texts of 100 kB, and repeats only their beginning', () => {
    for (const text of ['1.'.repeat(50_000), '1:'.repeat(50_000), '9'.repeat(100_000), '\u202e'.repeat(100_000)]) {
      const parsed = parseIp(text);
      if (parsed.ok) throw new Error('was read');
      expect(parsed.reason.code).toBe('address-text-length');
      expect(parsed.reason.got.length).toBeLessThan(600);
      expect(parsed.reason.got).toMatch(/^[\x20-\x7e…]+ \(100000 characters\)$/);
    }
  });
});

test('refusalAt() makes a refusal a problem at the place of the fact', () => {
  const parsed = parseIp('010.0.0.1');
  if (parsed.ok) throw new Error('was read');
  expect(refusalAt(['data-centers/one', 'gateway'], parsed.reason)).toEqual({
    code: 'ip4-leading-zero',
    at: ['data-centers/one', 'gateway'],
    what: 'the part "010" has a leading zero: some tools read it as octal, others as decimal',
    got: '"010.0.0.1"',
    want: 'four decimal numbers from 0 to 255, without leading zeros, such as 10.20.0.1',
    next: 'did you mean 10.0.0.1, or 8.0.0.1 if it was octal?',
  });
});

describe('IpAddress', () => {
  test('reads back from its own text as the same address', () => {
    fc.assert(
      fc.property(anyIp, (ip) => {
        expect(parseIp(ip.toString())).toEqual({ ok: true, value: ip });
      }),
      SEED,
    );
  });

  test('prints IPv6 as the C library does (RFC 5952)', () => {
    fc.assert(
      fc.property(anyIp, (ip) => {
        fc.pre(ip.family === 4 || ip.value >> 32n !== 0n);
        const family = ip.family === 4 ? 'ipv4' : 'ipv6';
        expect(ip.toString()).toBe(new SocketAddress({ address: ip.toString(), family }).address);
      }),
      SEED,
    );
  });

  test('is never read from a text that Node refuses, whatever the text', () => {
    const character = fc.constantFrom(...'0123456789abcdefF.:/%[]x+- ');
    const pieces = fc.constantFrom('::', '0', '1', 'ffff', ':', '.', '255', '256', '01', '1.2.3.4', '2001:db8');
    const texts = fc.oneof(
      fc.array(character, { maxLength: 45 }).map((all) => all.join('')),
      fc.array(pieces, { maxLength: 15 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseIp(text);
        fc.pre(parsed.ok);
        if (parsed.ok) expect(parsed.value.family === 4 ? isIPv4(text) : isIPv6(text)).toBe(true);
      }),
      { ...SEED, numRuns: 300, maxSkipsPerRun: 1000 },
    );
  });

  test('is read from every spelling of IPv6 as Node reads it, except IPv4 in disguise', () => {
    fc.assert(
      fc.property(fc.ipV6(), fc.boolean(), (spelling, isUpper) => {
        const text = isUpper ? spelling.toUpperCase() : spelling;
        const parsed = parseIp(text);
        if (!parsed.ok) {
          expect(parsed.reason.code).toBe('ip6-holds-ip4');
          expect(text).toMatch(/^[0:]*(ffff:[0-9a-f]+:[0-9a-f]+|(ffff:)?[0-9.]+)$/i);
          return;
        }
        fc.pre(parsed.value.value >> 32n !== 0n);
        const { address } = new SocketAddress({ address: text, family: 'ipv6' });
        expect(parsed.value.toString()).toBe(address);
      }),
      SEED,
    );
  });

  test('orders IPv4 before IPv6 and then by number', () => {
    const texts = ['::1', '10.0.0.10', '2001:db8::', '10.0.0.9', '::'];
    const ips = texts.flatMap((text) => {
      const parsed = parseIp(text);
      return parsed.ok ? [parsed.value] : [];
    });
    expect(ips.toSorted(compareIps).map(String)).toEqual(['10.0.0.9', '10.0.0.10', '::', '::1', '2001:db8::']);
  });

  test('is frozen, and its JSON is its text', () => {
    const ip = IpAddress.of(4, 1n);
    expect(Object.isFrozen(ip)).toBe(true);
    expect(JSON.stringify({ ip })).toBe('{"ip":"0.0.0.1"}');
  });

  test.each([
    [4, 2n ** 32n],
    [4, -1n],
    [6, 2n ** 128n],
  ] as const)('refuses the number of IPv%s %s', (family, value) => {
    expect(() => IpAddress.of(family, value)).toThrow(RangeError);
  });
});
