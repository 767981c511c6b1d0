import type { ClauseState, Report, ReportClause } from './report';

/** States in which no rule answers a clause. */
export const openStates = ['not-covered', 'evidence', 'procedure'] as const satisfies readonly ClauseState[];

/** Clauses that no rule answers, by their state. */
export function openClauses({ instruments }: Report, state: (typeof openStates)[number]): readonly ReportClause[] {
  return instruments.flatMap(({ clauses }) => clauses.filter((clause) => clause.state === state));
}

/** Clauses that rules answer in part; the rest needs a record or people. */
export function partlyAnswered({ instruments }: Report): readonly ReportClause[] {
  return instruments.flatMap(({ clauses }) =>
    clauses.filter(({ state, why }) => why !== undefined && !openStates.some((one) => one === state)),
  );
}
