const MILLISECONDS_PER_DAY = 86_400_000;

/** Days from one ISO date to another; negative when it lies before; undefined when one is no date. */
export function daysBetween(from: string, to: string): number | undefined {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MILLISECONDS_PER_DAY;
  return Number.isInteger(days) ? days : undefined;
}

/** The ISO date so many days after another one; before it when negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}
