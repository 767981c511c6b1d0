import type { PolicyResult, VerdictCounts } from '../policies/evaluation';

/** No verdict at all. */
export const noVerdicts: VerdictCounts = { pass: 0, fail: 0, unknown: 0, skip: 0, error: 0 };

/** How many verdicts of each kind a rule gave. */
export function countsOf(result: PolicyResult | undefined): VerdictCounts {
  if (result === undefined) return noVerdicts;
  const { pass, fail, unknown, skip, error } = result;
  return { pass: pass.length, fail: fail.length, unknown: unknown.length, skip: skip.length, error: error.length };
}

/** Two counts as one. */
export function addCounts(a: VerdictCounts, b: VerdictCounts): VerdictCounts {
  return {
    pass: a.pass + b.pass,
    fail: a.fail + b.fail,
    unknown: a.unknown + b.unknown,
    skip: a.skip + b.skip,
    error: a.error + b.error,
  };
}

/** Verdicts of several rules or subjects together. */
export function sumCounts(counts: readonly VerdictCounts[]): VerdictCounts {
  return counts.reduce(addCounts, noVerdicts);
}

/** What verdicts come to, the worst first; undefined where there are none. */
export function worstVerdict({
  pass,
  fail,
  unknown,
  skip,
  error,
}: VerdictCounts): 'fails' | 'unknown' | 'excepted' | 'holds' | undefined {
  if (fail + error > 0) return 'fails';
  if (unknown > 0) return 'unknown';
  if (skip > 0) return 'excepted';
  return pass > 0 ? 'holds' : undefined;
}
