import { clauseStates, type ClauseState } from '../../../../../reports/report';

/** The numbers of tables of one page, row by row, by the id of the table. */
export type Tables = Readonly<Record<string, readonly number[]>>;

/** Verdicts in the order in which pages show them. */
export const VERDICTS = ['pass', 'fail', 'unknown', 'skip', 'error'] as const;

/** States of clauses in the order in which pages show them, as {@link statesOf} takes them. */
export const STATES = 'fails unknown excepted in-part holds not-applicable not-covered evidence procedure';

/** The sum of numbers; of none it is zero. */
export const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

/** The counts of the states that are named, with a blank between them. */
export function statesOf(states: Readonly<Record<ClauseState, number>>, names: string): readonly number[] {
  return names.split(' ').flatMap((name) => clauseStates.filter((state) => state === name).map((one) => states[one]));
}

/** The path of a page without its language and its ending. */
export const nameOfPage = (path: string): string => path.replace(/^(?:vi|en)\/|\.html$/g, '');
