import fc from 'fast-check';
import { count, gibibytes } from '../../../constructs/tenant/quantity';

describe('gibibytes()', () => {
  test.each([
    [0, '0'],
    [1, '1Gi'],
    [1023, '1023Gi'],
    [1024, '1Ti'],
    [1536, '1536Gi'],
    [2 * 1024 * 1024, '2Pi'],
  ])('writes %p as the API server would: %p', (value, text) => {
    expect(gibibytes(value)).toBe(text);
  });

  test('never loses a GiB', () => {
    const factors: Record<string, number> = { '': 0, Gi: 1, Ti: 1024, Pi: 1024 ** 2, Ei: 1024 ** 3 };
    fc.assert(
      fc.property(fc.nat({ max: 10_000_000 }), (value) => {
        const [, digits = '', suffix = ''] = /^(\d+)(\D*)$/.exec(gibibytes(value)) ?? [];
        expect(Number(digits) * (factors[suffix] ?? Number.NaN)).toBe(value);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe('count()', () => {
  test.each([
    [0, '0'],
    [16, '16'],
    [1000, '1k'],
    [1500, '1500'],
    [100_000, '100k'],
    [2_000_000, '2M'],
  ])('writes %p as the API server would: %p', (value, text) => {
    expect(count(value)).toBe(text);
  });

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %p', (value) => {
    expect(() => count(value)).toThrow(RangeError);
  });
});
