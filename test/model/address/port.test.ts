import fc from 'fast-check';
import { comparePortRanges, parsePort, parsePortRange, Port, PortRange, PROTOCOLS } from '../../../model/address/port';

const SEED = { seed: 20_260_103, numRuns: 300 };

const anyRange = fc
  .tuple(fc.integer({ min: 1, max: 65_535 }), fc.integer({ min: 1, max: 65_535 }), fc.constantFrom(...PROTOCOLS))
  .map(([a, b, protocol]) => PortRange.of(Math.min(a, b), Math.max(a, b), protocol));

function readText(text: string): string {
  const parsed = parsePortRange(text);
  return parsed.ok ? parsed.value.toString() : `${parsed.reason.code}: ${parsed.reason.next}`;
}

describe('parsePortRange()', () => {
  test.each([
    ['443/TCP', '443/TCP'],
    ['1/UDP', '1/UDP'],
    ['65535/SCTP', '65535/SCTP'],
    ['8000-8080/TCP', '8000-8080/TCP'],
    ['443-443/TCP', '443/TCP'],
  ])('accepts %s as %s', (text, canonical) => {
    expect(readText(text)).toBe(canonical);
  });

  test.each([
    ['443', 'port-protocol-missing: did you mean 443/TCP or 443/UDP?'],
    ['https', 'port-protocol-missing: write the number and the protocol'],
    ['443/tcp', 'port-protocol: did you mean 443/TCP?'],
    ['443/ICMP', 'port-protocol: write TCP, UDP, SCTP'],
    ['443/TCP/UDP', 'port-protocol: did you mean 443/TCP?'],
    ['0/TCP', 'port-number-range: write a number from 1 to 65535'],
    ['65536/TCP', 'port-number-range: write a number from 1 to 65535'],
    ['0443/TCP', 'port-leading-zero: did you mean 443/TCP?'],
    ['9000-8000/TCP', 'port-range-order: did you mean 8000-9000/TCP?'],
    ['1-2-3/TCP', 'port-characters: write digits, with "-" inside a range'],
    ['-1/TCP', 'port-characters: write digits, with "-" inside a range'],
    ['+1/TCP', 'port-characters: write digits, with "-" inside a range'],
    ['1e3/TCP', 'port-characters: write digits, with "-" inside a range'],
    ['0x50/TCP', 'port-characters: write digits, with "-" inside a range'],
    ['/TCP', 'port-characters: write digits, with "-" inside a range'],
    ['80 /TCP', 'address-text-characters: did you mean 80/TCP?'],
    ['８０/TCP', 'address-text-characters: did you mean 80/TCP?'],
    ['٨٠/TCP', 'address-text-characters: write it with plain ASCII characters, without spaces'],
    ['', 'address-text-empty: write a port or a range of ports with its protocol, such as 443/TCP or 8000-8080/TCP'],
    ['1'.repeat(100_000), 'address-text-length: write one value only'],
  ])('refuses %j', (text, expected) => {
    expect(readText(text)).toBe(expected);
  });

  test('reads the text of every range back as the same range', () => {
    fc.assert(
      fc.property(anyRange, (range) => {
        expect(parsePortRange(range.toString())).toEqual({ ok: true, value: range });
      }),
      SEED,
    );
  });
});

describe('parsePort()', () => {
  test('accepts one port', () => {
    expect(parsePort('5432/TCP')).toEqual({ ok: true, value: Port.of(5432, 'TCP') });
  });

  test('refuses a range and offers its first port', () => {
    expect(parsePort('80-90/TCP')).toMatchObject({
      ok: false,
      reason: { code: 'port-is-range', got: '"80-90/TCP"', next: 'did you mean 80/TCP?' },
    });
  });
});

describe('PortRange', () => {
  test('contains and overlaps by the ports it lists', () => {
    const small = fc
      .tuple(fc.integer({ min: 1, max: 12 }), fc.nat(6), fc.constantFrom(...PROTOCOLS))
      .map(([port, more, protocol]) => PortRange.of(port, port + more, protocol));
    const list = (range: PortRange): string[] =>
      Array.from({ length: range.size }, (_, index) => `${range.port + index}/${range.protocol}`);
    fc.assert(
      fc.property(small, small, (a, b) => {
        const listed = new Set(list(a));
        expect(a.contains(b)).toBe(list(b).every((port) => listed.has(port)));
        expect(a.overlaps(b)).toBe(list(b).some((port) => listed.has(port)));
        expect(a.equals(b)).toBe(a.toString() === b.toString());
        expect(a.contains(Port.of(b.port, b.protocol))).toBe(listed.has(`${b.port}/${b.protocol}`));
      }),
      SEED,
    );
  });

  test('sorts by protocol, then by number', () => {
    const ranges = [PortRange.of(80, 90, 'UDP'), PortRange.single(Port.of(443, 'TCP')), PortRange.of(80, 80, 'UDP')];
    expect(ranges.toSorted(comparePortRanges).map(String)).toEqual(['443/TCP', '80/UDP', '80-90/UDP']);
  });

  test.each([
    ['port 0', () => Port.of(0, 'TCP')],
    ['port 65536', () => Port.of(65_536, 'TCP')],
    ['half a port', () => Port.of(1.5, 'TCP')],
    ['an end before the start', () => PortRange.of(2, 1, 'TCP')],
    ['an end that is no port', () => PortRange.of(2, 65_536, 'TCP')],
  ])('refuses %s', (_, make) => {
    expect(make).toThrow(RangeError);
  });

  test('is frozen, and its JSON is its text', () => {
    const range = PortRange.of(80, 90, 'TCP');
    expect(Object.isFrozen(range)).toBe(true);
    expect(JSON.stringify([range, Port.of(1, 'UDP')])).toBe('["80-90/TCP","1/UDP"]');
  });
});
