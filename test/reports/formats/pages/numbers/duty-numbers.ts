import type { Report } from '../../../../../reports/report';

type Duties = Report['due'];

const STATES = ['overdue', 'not-met', 'never', 'attested'] as const;

/** Thirty days in milliseconds. */
const SOON = 30 * 24 * 60 * 60 * 1000;

/** All duties, those in each state, and those that need no act yet and whose day is within thirty days. */
export function dutyTiles({ due, today }: Pick<Report, 'due' | 'today'>): readonly number[] {
  const soon = due.filter(({ state, due: last }) => {
    const isOpen = state === 'overdue' || state === 'not-met';
    return !isOpen && last !== undefined && Date.parse(last) - Date.parse(today) <= SOON;
  });
  return [due.length, ...dutyStates(due), soon.length];
}

/** How many duties are in each state. */
export function dutyStates(due: Duties): readonly number[] {
  return STATES.map((state) => due.filter((one) => one.state === state).length);
}

/** The same numbers of each clause, in the order in which the report names it. */
export function dutiesByClause({ due, today }: Pick<Report, 'due' | 'today'>): readonly number[] {
  const clauses = [...new Set(due.map(({ control }) => control))];
  return clauses.flatMap((clause) => dutyTiles({ due: due.filter(({ control }) => control === clause), today }));
}
