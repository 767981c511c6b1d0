import type { PlannedChange } from '../plan/planned-change';

/** What a plan would take away, compared with what the caller allowed. */
export interface GuardVerdict {
  /** Changes that take an object away without being allowed; while there are any, the plan is not applied. */
  readonly refused: readonly PlannedChange[];
  /** Allowed addresses that the plan leaves alone: already gone, or never there. */
  readonly unused: readonly string[];
}

/** Actions after which an object, or what was in it, is gone. */
const TAKES_AWAY: ReadonlySet<PlannedChange['action']> = new Set(['delete', 'replace', 'forget']);

/** Whether a change takes an object away, its data included, or lets go of it. */
export function takesAway({ action }: PlannedChange): boolean {
  return TAKES_AWAY.has(action);
}

/**
 * Nothing goes because a line was left out: each object that a plan would delete, replace or forget must have been
 * allowed by its exact address.
 */
export function guardDeletions(changes: readonly PlannedChange[], allowedDeletions: readonly string[]): GuardVerdict {
  const allowed = new Set(allowedDeletions);
  const taken = changes.filter(takesAway);
  const found = new Set(taken.map(({ address }) => address));
  return {
    refused: taken.filter(({ address }) => !allowed.has(address)),
    unused: [...allowed].filter((address) => !found.has(address)).toSorted(),
  };
}
