const MINUTES_PER_HOUR = 60;
const HOURS_PER_DAY = 24;
const DAYS_PER_WEEK = 7;

/**
 * The minutes of a week (from Sunday midnight on) at which a five-field cron line fires, by trying each of them: an
 * interpreter of its own that knows `*`, `a`, `a-b` and `a-b/n`, and only any day of any month.
 */
export function cronMinutes(line: string): readonly number[] {
  const fields = line.split(' ');
  const [minuteField = '', hourField = '', day, month, weekdayField = ''] = fields;
  if (fields.length !== 5 || day !== '*' || month !== '*') throw new Error(`${line} is no weekly cron line`);
  const [minute, hour, weekday] = [readField(minuteField), readField(hourField), readField(weekdayField)];
  const minutes = Array.from({ length: DAYS_PER_WEEK * HOURS_PER_DAY * MINUTES_PER_HOUR }, (_, index) => index);
  return minutes.filter((index) => {
    const hours = Math.floor(index / MINUTES_PER_HOUR);
    return (
      matches(minute, index % MINUTES_PER_HOUR) &&
      matches(hour, hours % HOURS_PER_DAY) &&
      matches(weekday, Math.floor(hours / HOURS_PER_DAY))
    );
  });
}

/** The longest wait between two firings of a cron line, round the end of the week. */
export function longestGap(line: string): number {
  const minutes = cronMinutes(line);
  const week = DAYS_PER_WEEK * HOURS_PER_DAY * MINUTES_PER_HOUR;
  const gaps = minutes.map((minute, index) => (minutes[index + 1] ?? (minutes[0] ?? 0) + week) - minute);
  if (gaps.length === 0) throw new Error(`${line} never fires`);
  return Math.max(...gaps);
}

/** The values of a field: from one to another, each so many. */
interface Field {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

function readField(field: string): Field {
  if (field === '*') return { from: 0, to: Infinity, step: 1 };
  const parsed = /^(\d+)(?:-(\d+)(?:\/(\d+))?)?$/.exec(field);
  if (parsed === null) throw new Error(`${field} is no field that cron knows`);
  const [, from = '', to = from, step = '1'] = parsed;
  return { from: Number(from), to: Number(to), step: Number(step) };
}

function matches({ from, to, step }: Field, value: number): boolean {
  return value >= from && value <= to && (value - from) % step === 0;
}
