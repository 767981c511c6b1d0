import { clauseStates, type ClauseState } from './report';

/** How many clauses are in which state. */
export function countStates(found: readonly ClauseState[]): Readonly<Record<ClauseState, number>> {
  const count = (state: ClauseState): number => found.filter((one) => one === state).length;
  return Object.fromEntries(clauseStates.map((state) => [state, count(state)])) as Record<ClauseState, number>;
}
