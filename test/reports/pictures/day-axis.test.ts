import fc from 'fast-check';
import { placesOnDays, stepPath, wholeTicks } from '../../../reports/pictures/day-axis';

const DAY_MS = 86_400_000;
const days = fc
  .array(fc.integer({ min: 0, max: 4_000 }), { minLength: 1, maxLength: 30 })
  .map((offsets) =>
    offsets
      .toSorted((a, b) => a - b)
      .map((offset) => new Date(Date.UTC(2024, 0, 1) + offset * DAY_MS).toISOString().slice(0, 10)),
  );

describe('places on an axis of days', () => {
  it('begin at zero, go on, and stay in their own day', () => {
    fc.assert(
      fc.property(days, (given) => {
        const places = placesOnDays(given);
        const [first, last] = [Date.parse(given[0] ?? ''), Date.parse(given.at(-1) ?? '')];
        const span = (last - first) / DAY_MS + 1;
        expect(places[0]).toBe(0);
        places.forEach((place, index) => {
          expect(place).toBeGreaterThan(places[index - 1] ?? -1);
          expect(Math.floor(place * span + 1e-6)).toBe((Date.parse(given[index] ?? '') - first) / DAY_MS);
        });
      }),
    );
  });
});

describe('ticks of an axis', () => {
  it('are few whole numbers evenly from zero, the last not below what is shown and not far above', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (most) => {
        const ticks = wholeTicks(most);
        const [step = 0, top = 0] = [ticks[1], ticks.at(-1)];
        expect(ticks.every((tick, index) => Number.isInteger(tick) && tick === index * step)).toBe(true);
        expect(ticks.length).toBeLessThanOrEqual(6);
        expect(top).toBeGreaterThanOrEqual(most);
        expect(top - step).toBeLessThan(Math.max(1, most));
      }),
    );
  });

  it.each([
    [0, [0, 1]],
    [3, [0, 1, 2, 3]],
    [7, [0, 2, 4, 6, 8]],
    [413_499, [0, 200_000, 400_000, 600_000]],
  ])('for %i', (most, ticks) => {
    expect(wholeTicks(most)).toEqual(ticks);
  });
});

describe('a line in steps', () => {
  it('stays level until the next place, and is never slanted', () => {
    expect(stepPath([0, 10, 15], [5, 7, 7], 20)).toBe('M0 5H10V7H15V7H20');
  });

  it('has a hole where nothing was told', () => {
    expect(stepPath([0, 10, 15], [5, undefined, 7], 20)).toBe('M0 5H10M15 7H20');
    expect(stepPath([0], [undefined], 20)).toBe('');
  });
});
