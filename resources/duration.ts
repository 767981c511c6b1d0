const DAY_NANOSECONDS = 86_400e9;

/** Days of a duration as Go writes it (`2160h0m0s`); undefined for anything else, and for negative ones. */
export function goDurationDays(text: string): number | undefined {
  const length = goDurationNanoseconds(text);
  return length === undefined || length < 0n ? undefined : Number(length) / DAY_NANOSECONDS;
}

/** Days of a retention such as `90d`, `12w` or `3m` (CloudNativePG; a month counts 30 days); undefined for anything else. */
export function retentionDays(text: string): number | undefined {
  const match = /^(\d{1,5})([dwm])$/.exec(text);
  if (match === null) return undefined;
  return Number(match[1]) * (match[2] === 'd' ? 1 : match[2] === 'w' ? 7 : 30);
}

const UNIT_NANOSECONDS: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  ['µs', 1_000n],
  ['ms', 1_000_000n],
  ['s', 1_000_000_000n],
  ['m', 60_000_000_000n],
  ['h', 3_600_000_000_000n],
]);

/** The longest duration that Go can hold, about 292 years. */
const NANOSECONDS_MAX = (1n << 63n) - 1n;

/** Nanoseconds of a duration as Go reads it (`1h30m`, `-1.5s`, `0`; time.ParseDuration); undefined for anything else. */
export function goDurationNanoseconds(text: string): bigint | undefined {
  if (text.length > 40 || !/^[+-]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|ms|s|m|h))+)$/.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d*)(?:\.(\d*))?(ns|us|µs|ms|s|m|h)/g)];
  const sum = parts.reduce((all, [, whole = '', fraction = '', unit = '']) => {
    const nanoseconds = UNIT_NANOSECONDS.get(unit) ?? 0n;
    return all + (BigInt(whole + fraction) * nanoseconds) / 10n ** BigInt(fraction.length);
  }, 0n);
  if (sum > NANOSECONDS_MAX) return undefined;
  return text.startsWith('-') ? -sum : sum;
}
