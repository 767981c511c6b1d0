import fc from 'fast-check';
import { parseApproval } from '../../../../evidence/signatures/approval/envelope';
import { codesOf } from '../kit/codes';
import { approve, binh, judge } from '../kit/scene';

const envelope = approve('an');
const requirements = [{ id: 'review', reason: 'someone must look', anyOf: ['security-reviewer'], count: 1 }];

/** An envelope with bits of one byte flipped. */
function flip(at: number, mask: number): Buffer {
  return Buffer.from(envelope.map((byte, index) => (index === at ? byte ^ mask : byte)));
}

describe('an envelope', () => {
  it('counts as it is', () => {
    expect(judge([envelope], { requirements }).isSatisfied).toBe(true);
  });

  it('is void with any one bit flipped', () => {
    const flips = [...envelope.keys()].flatMap((at) => Array.from({ length: 8 }, (_, bit) => [at, 2 ** bit] as const));
    const counted = flips.filter(([at, mask]) => judge([flip(at, mask)], { requirements }).isSatisfied);
    expect(flips.length).toBeGreaterThan(8_000);
    expect(counted).toEqual([]);
  });

  it('is void with bytes taken out, put in or cut off anywhere', () => {
    const place = fc.nat(envelope.length);
    fc.assert(
      fc.property(place, place, fc.uint8Array({ maxLength: 4 }), (from, to, between) => {
        const bent = Buffer.concat([envelope.subarray(0, from), between, envelope.subarray(to)]);
        expect(judge([bent], { requirements }).isSatisfied).toBe(bent.equals(envelope));
      }),
      { seed: 17, numRuns: 500 },
    );
  });

  it('is read from any bytes without a throw', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(parseApproval(bytes).ok).toBe(false);
      }),
      { seed: 17, numRuns: 1_000 },
    );
  });

  it('is read from any JSON without a throw, however deep', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 12 }), (text) => {
        expect(parseApproval(Buffer.from(text)).ok).toBe(false);
      }),
      { seed: 17, numRuns: 300 },
    );
    const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
    expect(codesOf(parseApproval(Buffer.from(nested(8))))).toBe('value-object');
    expect(codesOf(parseApproval(Buffer.from(nested(9))))).toBe('json-too-deep');
    for (const text of ['['.repeat(65_536), nested(32_768), `"${'\\\\'.repeat(30_000)}"`])
      expect(parseApproval(Buffer.from(text)).ok).toBe(false);
  });

  it('of one person doesn’t become another’s by exchanged parts', () => {
    const [mine, other] = [envelope, binh].map((one) => JSON.parse(one.toString()) as Record<string, unknown>);
    for (const part of ['payload', 'signatures']) {
      const mixed = JSON.stringify({ ...mine, [part]: other?.[part] });
      expect(judge([Buffer.from(mixed)], { requirements }).isSatisfied).toBe(false);
    }
  });
});
