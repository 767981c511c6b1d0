import type { VerdictCounts } from '../../../policies/evaluation';
import { worstVerdict } from '../../verdict-counts';

/**
 * What rules found on written objects: `fails` (a rule failed or broke), `unknown` (a rule could not tell), `excepted`
 * (only excused findings stand against it), `holds` (every judgement passed), `none` (no rule judged anything).
 */
export const verifiedStatuses = ['fails', 'unknown', 'excepted', 'holds', 'none'] as const;

/** A verified status; nothing of it is declared. */
export type VerifiedStatus = (typeof verifiedStatuses)[number];

/** What counts of judgements come to, the worst first. */
export function verifiedStatus(counts: VerdictCounts): VerifiedStatus {
  return worstVerdict(counts) ?? 'none';
}

/** How many judgements counts tell of. */
export function sumOfCounts({ pass, fail, unknown, skip, error }: VerdictCounts): number {
  return pass + fail + unknown + skip + error;
}
