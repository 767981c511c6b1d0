const INSTANT = /^2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const MILLISECONDS = 1_000;

/** What an instant looks like, for people. */
export const INSTANT_FORM = 'a moment in UTC to the second, such as 2026-10-01T08:30:00Z';

/**
 * Seconds since 1970 of an instant in its one form: `YYYY-MM-DDTHH:MM:SSZ`, from the year 2000 to 2999 (RFC 3339); undefined
 * when it is none. In this form the order of texts is the order of instants.
 */
export function tryInstantSeconds(text: string): number | undefined {
  const milliseconds = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  // A day that a month doesn't have is read as one of the next.
  const isReal = Number.isFinite(milliseconds) && new Date(milliseconds).toISOString() === text.replace('Z', '.000Z');
  return isReal ? milliseconds / MILLISECONDS : undefined;
}

/** A moment as `Date.toISOString` and the journal write it, without what is smaller than a second: `YYYY-MM-DDTHH:MM:SSZ`. */
export function writeInstant(moment: string): string {
  return moment.replace(/\.\d+Z$/, 'Z');
}
