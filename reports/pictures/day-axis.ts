const DAY_MS = 86_400_000;

/**
 * Where times stand between 0 and 1, from the first day to the end of the last. Times of one day stand side by side in it,
 * in their order. The days (`YYYY-MM-DD`) never go back.
 */
export function placesOnDays(days: readonly string[]): readonly number[] {
  const [first, last] = [dayNumber(days[0]), dayNumber(days.at(-1))];
  const counts = new Map<string, number>();
  for (const one of days) counts.set(one, (counts.get(one) ?? 0) + 1);
  const seen = new Map<string, number>();
  return days.map((one) => {
    const before = seen.get(one) ?? 0;
    seen.set(one, before + 1);
    return (dayNumber(one) - first + before / (counts.get(one) ?? 1)) / (last - first + 1);
  });
}

function dayNumber(iso = '1970-01-01'): number {
  return Date.parse(`${iso}T00:00:00Z`) / DAY_MS;
}

/** At most so many ticks above zero. */
const TICKS_MAX = 4;

/** Whole numbers for an axis from zero to at least a number, evenly apart by 1, 2 or 5 of a power of ten. */
export function wholeTicks(most: number): readonly number[] {
  const least = Math.max(1, most / TICKS_MAX);
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= least) ?? 10 * power;
  return Array.from({ length: Math.max(1, Math.ceil(most / step)) + 1 }, (_, index) => index * step);
}

/** The path of a line that goes on level until it jumps: `places` and `heights` in pixels, on to `end`; a hole where no height is. */
export function stepPath(places: readonly number[], heights: readonly (number | undefined)[], end: number): string {
  const parts = places.map((x, index) => {
    const [y, next] = [heights[index], places[index + 1] ?? end];
    if (y === undefined) return '';
    const begin = heights[index - 1] === undefined ? `M${rounded(x)} ${rounded(y)}` : `V${rounded(y)}`;
    return `${begin}H${rounded(next)}`;
  });
  return parts.join('');
}

/** A place in a picture, to a tenth of a pixel. */
export function rounded(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
