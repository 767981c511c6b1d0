/** Intervals that a five-field cron line can say exactly, in minutes, short to long. */
const EXPRESSIBLE_MINUTES = [5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 480, 720, 1_440, 10_080] as const;

const MINUTES_PER_HOUR = 60;
const HOURS_PER_DAY = 24;
const MINUTES_PER_DAY = MINUTES_PER_HOUR * HOURS_PER_DAY;

/**
 * A five-field cron line for an interval in minutes: the longest that cron can say and that is not longer than
 * asked. `seed` spreads the start over the hour and the night, so that not all begin at once.
 */
export function cronEvery(minutes: number, seed: string): string {
  const interval = EXPRESSIBLE_MINUTES.findLast((one) => one <= minutes);
  if (interval === undefined) throw new RangeError(`cron can't say every ${minutes} minutes`);
  const spread = [...seed].reduce((hash, character) => (hash * 31 + (character.codePointAt(0) ?? 0)) % 86_399, 7);
  if (interval < MINUTES_PER_HOUR) return `${spread % interval}-59/${interval} * * * *`;
  const minute = spread % MINUTES_PER_HOUR;
  if (interval === MINUTES_PER_HOUR) return `${minute} * * * *`;
  const hours = interval / MINUTES_PER_HOUR;
  if (interval < MINUTES_PER_DAY) return `${minute} ${spread % hours}-23/${hours} * * *`;
  const night = spread % 5;
  return interval === MINUTES_PER_DAY ? `${minute} ${night} * * *` : `${minute} ${night} * * 0`;
}
