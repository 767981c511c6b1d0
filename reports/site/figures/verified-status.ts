import type { VerdictCounts } from '../../../policies/evaluation';

/**
 * What rules found on written objects: `fails` (a rule failed or broke), `unknown` (a rule could not tell), `excepted`
 * (only excused findings stand against it), `holds` (every judgement passed), `none` (no rule judged anything).
 */
export const verifiedStatuses = ['fails', 'unknown', 'excepted', 'holds', 'none'] as const;

/** A verified status; nothing of it is declared. */
export type VerifiedStatus = (typeof verifiedStatuses)[number];

/** No judgement at all. */
export const noJudgements: VerdictCounts = { pass: 0, fail: 0, unknown: 0, skip: 0, error: 0 };

/** What counts of judgements come to, the worst first. */
export function verifiedStatus({ pass, fail, unknown, skip, error }: VerdictCounts): VerifiedStatus {
  if (fail + error > 0) return 'fails';
  if (unknown > 0) return 'unknown';
  if (skip > 0) return 'excepted';
  return pass > 0 ? 'holds' : 'none';
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

/** How many judgements counts tell of. */
export function sumOfCounts({ pass, fail, unknown, skip, error }: VerdictCounts): number {
  return pass + fail + unknown + skip + error;
}
