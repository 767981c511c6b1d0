import type { PolicyException } from '../model';

/** The time of Vietnam, where the days of the law begin and end. */
const OFFSET = '+07:00';

/** From when to before when an exception counts, in RFC 3339. */
export interface ExceptionSpan {
  readonly from: string;
  /** The first moment in which it no longer counts. */
  readonly until: string;
}

/** The moments between which an exception counts: the whole of its first day to the whole of its last. */
export function exceptionSpan({ from, expires }: Pick<PolicyException, 'from' | 'expires'>): ExceptionSpan {
  return { from: `${from}T00:00:00${OFFSET}`, until: `${dayAfter(expires)}T00:00:00${OFFSET}` };
}

function dayAfter(date: string): string {
  const DAY_MILLISECONDS = 86_400_000;
  return new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MILLISECONDS).toISOString().slice(0, 10);
}
