const MINUTES_PER_DAY = 1440;
const DAYS_PER_WEEK = 7;

const MACROS: ReadonlyMap<string, string> = new Map([
  ['@hourly', '0 * * * *'],
  ['@daily', '0 0 * * *'],
  ['@midnight', '0 0 * * *'],
  ['@weekly', '0 0 * * 0'],
]);

/**
 * The longest time in minutes between two starts of a cron schedule of five fields, or of six with seconds
 * first. Undefined for what isn't such a schedule, and where days of the month or months are chosen.
 */
export function longestGapMinutes(schedule: string): number | undefined {
  if (schedule.length > 200) return undefined;
  const every = /^@every ([1-9]\d{0,5})(m|h)$/.exec(schedule);
  if (every !== null) return Number(every[1]) * (every[2] === 'h' ? 60 : 1);
  const fields = (MACROS.get(schedule) ?? schedule).trim().split(/\s+/).slice(-5);
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = fields;
  if (fields.length !== 5 || !isAny(day) || !isAny(month)) return undefined;
  const minutes = values(minute, 0, 59);
  const hours = values(hour, 0, 23);
  if (minutes === undefined || hours === undefined) return undefined;
  const ofDay = hours.flatMap((h) => minutes.map((m) => h * 60 + m));
  if (isAny(weekday)) return longestGap(ofDay, MINUTES_PER_DAY);
  const weekdays = new Set(values(weekday, 0, 7)?.map((one) => one % DAYS_PER_WEEK));
  const starts = [...weekdays].flatMap((day) => ofDay.map((start) => day * MINUTES_PER_DAY + start));
  return starts.length === 0 ? undefined : longestGap(starts, MINUTES_PER_DAY * DAYS_PER_WEEK);
}

/** The longest way from a start to the next one, around a cycle. */
function longestGap(starts: readonly number[], cycle: number): number {
  const sorted = starts.toSorted((a, b) => a - b);
  const again = (sorted[0] ?? 0) + cycle;
  return sorted.reduce((longest, start, index) => Math.max(longest, (sorted[index + 1] ?? again) - start), 0);
}

function isAny(field: string): boolean {
  return field === '*' || field === '?';
}

/** The values of one field: lists, ranges and steps. */
function values(field: string, first: number, last: number): readonly number[] | undefined {
  const found = new Set<number>();
  for (const part of field.split(',')) {
    const match = /^(?:(\*)|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(part);
    if (match === null) return undefined;
    const [, any, low, high, step] = match;
    const from = any === undefined ? Number(low) : first;
    const open = any !== undefined || (high === undefined && step !== undefined);
    const to = open ? last : Number(high ?? low);
    const width = Number(step ?? 1);
    if (from < first || to > last || from > to || width === 0) return undefined;
    for (let value = from; value <= to; value += width) found.add(value);
  }
  return [...found].toSorted((a, b) => a - b);
}
