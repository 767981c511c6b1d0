import fc from 'fast-check';
import { cronEvery } from '../../model/schedule';
import { longestGap } from '../support/cron-minutes';

const anySeed = fc.string({ maxLength: 30 });

describe('cronEvery()', () => {
  test('never leaves a longer gap than was asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 43_200 }), anySeed, (minutes, seed) => {
        expect(longestGap(cronEvery(minutes, seed))).toBeLessThanOrEqual(minutes);
      }),
      { seed: 5, numRuns: 120 },
    );
  });

  test.each([5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 480, 720, 1_440, 10_080])(
    'says every %i minutes exactly, wherever the seed starts it',
    (minutes) => {
      const gaps = ['', 'a', 'land-ndc-1-object', 'Đắk Lắk', 'zz'].map((seed) => longestGap(cronEvery(minutes, seed)));
      expect(new Set(gaps)).toEqual(new Set([minutes]));
    },
  );

  test('takes the longest interval that cron can say below one that it can’t', () => {
    expect([7, 59, 61, 1_439, 9_999, 43_200].map((minutes) => longestGap(cronEvery(minutes, 'a')))).toEqual([
      5, 30, 60, 720, 1_440, 10_080,
    ]);
  });

  test('spreads the starts, and gives one name the same start always', () => {
    const lines = Array.from({ length: 60 }, (_, index) => cronEvery(1_440, `system-${index}`));
    expect(new Set(lines).size).toBeGreaterThan(30);
    expect(cronEvery(1_440, 'system-1')).toBe(lines[1]);
  });

  test('refuses an interval that is shorter than five minutes', () => {
    expect(() => cronEvery(4, 'a')).toThrow(new RangeError("cron can't say every 4 minutes"));
  });
});
