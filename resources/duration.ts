const HOURS: ReadonlyMap<string, number> = new Map([
  ['s', 1 / 3600],
  ['m', 1 / 60],
  ['h', 1],
]);

/** Days of a duration as Go writes it (`2160h0m0s`); undefined for anything else. */
export function goDurationDays(text: string): number | undefined {
  if (text.length > 40 || !/^(\d+(\.\d+)?[hms])+$/.test(text)) return undefined;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)([hms])/g)];
  return parts.reduce((hours, [, number, unit]) => hours + Number(number) * (HOURS.get(unit ?? '') ?? 0), 0) / 24;
}

/** Days of a retention such as `90d`, `12w` or `3m` (CloudNativePG; a month counts 30 days); undefined for anything else. */
export function retentionDays(text: string): number | undefined {
  const match = /^(\d{1,5})([dwm])$/.exec(text);
  if (match === null) return undefined;
  return Number(match[1]) * (match[2] === 'd' ? 1 : match[2] === 'w' ? 7 : 30);
}
