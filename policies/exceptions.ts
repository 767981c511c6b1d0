import { EXCEPTION_DAYS_MAX } from '../model/limits';
import type { PolicyException } from '../model/model';

/** What is wrong with an exception; each one makes the gate fail. */
export type ExceptionFault =
  | 'expired'
  | 'not-yet-valid'
  | 'too-long'
  | 'unused'
  | 'value-changed'
  | 'unknown-policy'
  | 'malformed-date';

/** An exception that excuses nothing, and why. */
export interface ExceptionFinding {
  /** Id of the exception. */
  readonly exception: string;
  readonly fault: ExceptionFault;
  readonly policy: string;
  readonly resource: string;
  /** What was found, in few words. */
  readonly got: string;
  /** What is required, in few words. */
  readonly want: string;
  /** The fact file. */
  readonly source: string;
}

/** What an exception is matched with: the policy's id, the subject's, and what was found there, all exactly. */
export interface Excusable {
  readonly policy: string;
  readonly subject: string;
  readonly value: string;
}

const DAY_MS = 86_400_000;

/**
 * The exception that excuses a finding on a day, of several the first by id; undefined when none does. The one
 * answer for every point that honors exceptions: gate, plan, admission and reports.
 */
export function isExcepted(
  finding: Excusable,
  exceptions: readonly PolicyException[],
  today: string,
): PolicyException | undefined {
  return exceptions
    .filter((one) => isAbout(one, finding) && one.value === finding.value)
    .filter((one) => dateFault(one, today) === undefined)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))[0];
}

/** What exceptions are held against. */
export interface ExceptionUse {
  readonly today: string;
  /** Ids of the policies that were applied. */
  readonly policies: ReadonlySet<string>;
  /** Ids of the exceptions that excused something. */
  readonly used: ReadonlySet<string>;
  /** What no exception excused. */
  readonly findings: readonly Excusable[];
}

/** Finds every exception that excuses nothing: out of its dates, of no policy, of another value, or not needed. */
export function findFaultyExceptions(
  exceptions: readonly PolicyException[],
  { today, policies, used, findings }: ExceptionUse,
): readonly ExceptionFinding[] {
  return exceptions
    .flatMap((one) => {
      const fault =
        dateFault(one, today) ??
        (policies.has(one.policy) ? undefined : UNKNOWN_POLICY) ??
        (used.has(one.id) ? undefined : unusedFault(one, findings));
      return fault === undefined ? [] : [finding(one, fault, today)];
    })
    .toSorted((a, b) => (a.exception < b.exception ? -1 : 1));
}

function isAbout(one: PolicyException, finding: Excusable): boolean {
  return one.policy === finding.policy && one.resource === finding.subject;
}

function unusedFault(one: PolicyException, findings: readonly Excusable[]): Fault {
  const other = findings.find((finding) => isAbout(one, finding));
  if (other === undefined) return UNUSED;
  return { fault: 'value-changed', got: () => other.value, want: one.value };
}

interface Fault {
  readonly fault: ExceptionFault;
  readonly got: (one: PolicyException, today: string) => string;
  readonly want: string;
}

const UNKNOWN_POLICY: Fault = { fault: 'unknown-policy', got: (one) => one.policy, want: 'the id of a policy' };
const UNUSED: Fault = { fault: 'unused', got: (one) => one.resource, want: 'a finding of the policy on the resource' };
const MALFORMED: Fault = {
  fault: 'malformed-date',
  got: (one) => `${one.from} to ${one.expires}`,
  want: 'dates written YYYY-MM-DD, the first not after the second',
};
const TOO_LONG: Fault = {
  fault: 'too-long',
  got: (one) => `${one.from} to ${one.expires}`,
  want: `at most ${EXCEPTION_DAYS_MAX} days`,
};
const EXPIRED: Fault = {
  fault: 'expired',
  got: (one, today) => `expired on ${one.expires}, today is ${today}`,
  want: 'an exception that holds today',
};
const NOT_YET_VALID: Fault = {
  fault: 'not-yet-valid',
  got: (one, today) => `valid from ${one.from}, today is ${today}`,
  want: 'an exception that holds today',
};

function dateFault(one: PolicyException, today: string): Fault | undefined {
  const [from, expires] = [dayNumber(one.from), dayNumber(one.expires)];
  if (from === undefined || expires === undefined || expires < from) return MALFORMED;
  if (expires - from > EXCEPTION_DAYS_MAX) return TOO_LONG;
  if (one.expires < today) return EXPIRED;
  return today < one.from ? NOT_YET_VALID : undefined;
}

/** Days since 1970 of a date written `YYYY-MM-DD`; undefined for what is no such date. */
function dayNumber(date: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const time = Date.parse(`${date}T00:00:00Z`);
  const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
  return isReal ? time / DAY_MS : undefined;
}

function finding(one: PolicyException, { fault, got, want }: Fault, today: string): ExceptionFinding {
  const { id, policy, resource, origin } = one;
  return { exception: id, fault, policy, resource, got: got(one, today), want, source: origin.join('/') };
}
