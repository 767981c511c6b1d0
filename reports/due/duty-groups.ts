import { isOpen, type DutyState } from '../../model/attestations/due';
import type { ControlId } from '../../model/controls/control';
import { groupBy } from '../../model/group-by';
import type { ReportDue } from '../report';
import { isSoon } from './due-list';

/** Days within which a duty that is not yet due stands among those to act on. */
export const SOON_DAYS = 30;

/** Duties in numbers: by state, and those of `never` and `attested` whose day is near. */
export interface DutyCounts extends Readonly<Record<DutyState, number>> {
  readonly all: number;
  readonly soon: number;
}

/** The duties of one clause, in numbers. */
export interface ClauseDuties {
  readonly control: ControlId;
  readonly counts: DutyCounts;
}

/** Whether a duty is due within {@link SOON_DAYS} and neither overdue nor not met. */
export function isDueSoon(row: ReportDue, today: string): boolean {
  return !isOpen(row.state) && isSoon(row, { today, withinDays: SOON_DAYS });
}

/** The duties that somebody must act on now, earliest first; those without a day last. */
export function dutiesToActOn(due: readonly ReportDue[], today: string): readonly ReportDue[] {
  const rows = due.filter((row) => isOpen(row.state) || isDueSoon(row, today));
  const order = (a: ReportDue, b: ReportDue): number => ((a.due ?? '9999') < (b.due ?? '9999') ? -1 : 1);
  return rows.toSorted((a, b) => (a.due === b.due ? 0 : order(a, b)));
}

/** How many duties are in each state. */
export function countDutyStates(due: readonly ReportDue[]): Readonly<Record<DutyState, number>> {
  const of = (state: DutyState): number => due.filter((row) => row.state === state).length;
  return { overdue: of('overdue'), 'not-met': of('not-met'), never: of('never'), attested: of('attested') };
}

/** Counts duties by state, and those that are due soon. */
export function countDuties(due: readonly ReportDue[], today: string): DutyCounts {
  return {
    all: due.length,
    ...countDutyStates(due),
    soon: due.filter((row) => isDueSoon(row, today)).length,
  };
}

/** The duties of each clause in numbers, in the order of the report. */
export function dutiesByClause(due: readonly ReportDue[], today: string): readonly ClauseDuties[] {
  return [...groupBy(due, ({ control }) => control)].map(([control, rows]) => ({
    control,
    counts: countDuties(rows, today),
  }));
}
