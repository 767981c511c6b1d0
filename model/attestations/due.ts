import { addDays } from '../controls/days-between';
import { groupBy } from '../group-by';
import type { Attestation } from './attestation';
import { dutiesOf, dutyFor, type Duty, type DutyModel } from './duty';

/**
 * Where a duty stands on a day: `overdue` (the last day on which it could be done, or on which its record counted, is
 * past), `not-met` (the newest record says that something is open), `attested` (a record counts), `never` (no record, and
 * nothing says by when there must be one, or that day is yet to come).
 */
export const dutyStates = ['overdue', 'not-met', 'never', 'attested'] as const;

/** State of a duty. */
export type DutyState = (typeof dutyStates)[number];

/** Whether somebody has to act on a duty now. */
export function isOpen(state: DutyState): boolean {
  return state === 'overdue' || state === 'not-met';
}

/** A duty with its records, seen from one day. */
export interface DueRow extends Duty {
  readonly state: DutyState;
  /** The last day on which it can be done in time, or until which its record counts: `YYYY-MM-DD`.
   * @default - nothing says by when
   */
  readonly due?: string | undefined;
  /** The newest record, whatever came out.
   * @default - never attested
   */
  readonly last?: Attestation | undefined;
  /** The newest record by which it was met.
   * @default - none says so
   */
  readonly met?: Attestation | undefined;
}

/** Every duty with its records, seen from a day (`YYYY-MM-DD`); sorted by control, then subject, then half. */
export function dueRows(model: DutyModel, attestations: readonly Attestation[], today: string): readonly DueRow[] {
  const records = groupBy(attestations, keyOf);
  const duties = dutiesOf(model);
  const listed = new Set(duties.map(keyOf));
  const others = [...records].flatMap(([key, [first]]) =>
    first === undefined || listed.has(key) || isOfGone(model, first)
      ? []
      : [dutyFor(model, first.control, { ...first.subject, part: first.part })],
  );
  const order = (a: Duty, b: Duty): number => compare(keyOf(a), keyOf(b));
  return [...duties, ...others].toSorted(order).map((duty) => judgeDuty(duty, records.get(keyOf(duty)) ?? [], today));
}

/** Whether a record is about a system that is removed: it stays on record, and nothing is due any more. */
function isOfGone({ systems }: DutyModel, { subject }: Attestation): boolean {
  return subject.kind === 'system' && !systems.some(({ id }) => id === subject.id);
}

/** What a duty and its records share. */
export function keyOf({ control, subject: { kind, id }, part }: Pick<Duty, 'control' | 'subject' | 'part'>): string {
  return `${control} ${kind} ${id} ${part ?? ''}`;
}

/**
 * The id of a duty: `duty.<control>.<kind>.<subject>`, and its half. It stays the same when its day, its state or the
 * language changes, so that a ticket or an event is made for it once; it is one in its environment.
 */
export function dutyId({ control, subject: { kind, id }, part }: Pick<Duty, 'control' | 'subject' | 'part'>): string {
  return ['duty', control, kind, id, ...(part === undefined ? [] : [part])].join('.');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Where one duty stands with the records on it. */
export function judgeDuty(duty: Duty, given: readonly Attestation[], today: string): DueRow {
  const records = given.toSorted((a, b) => compare(`${a.doneOn} ${a.signedAt}`, `${b.doneOn} ${b.signedAt}`));
  const good = records.filter(({ outcome }) => outcome === 'met');
  const [last, met] = [records.at(-1), good.at(-1)];
  const due = dueOf(duty, good);
  return { ...duty, state: stateOf({ due, last, met, today }), due, last, met };
}

function stateOf({
  due,
  last,
  met,
  today,
}: Pick<DueRow, 'due' | 'last' | 'met'> & { readonly today: string }): DutyState {
  if (due !== undefined && due < today) return 'overdue';
  if (last?.outcome === 'not-met') return 'not-met';
  return met === undefined ? 'never' : 'attested';
}

/** The next last day of a duty; a record by which it wasn't met moves nothing. */
function dueOf({ rhythm, start }: Duty, met: readonly Attestation[]): string | undefined {
  const last = met.at(-1);
  if (rhythm.kind === 'unfixed') return undefined;
  if (rhythm.kind === 'once') return last === undefined ? rhythm.on : undefined;
  if (rhythm.kind === 'yearly') return dueYearly(rhythm.before, start, met);
  const from = last?.doneOn ?? start;
  return from === undefined ? undefined : addDays(from, rhythm.days);
}

/**
 * The last day before the first date that no record answers. Each record answers one date, the earliest that is open, from
 * a year before it on, so that a late report is not taken for the next one; the same document of the same day is one report,
 * however many signed it.
 */
function dueYearly(before: string, start: string | undefined, met: readonly Attestation[]): string | undefined {
  if (start === undefined) return undefined;
  const year = Number(start.slice(0, 4));
  let date = `${year}-${before}` > start ? `${year}-${before}` : `${year + 1}-${before}`;
  const reports = new Map(met.map(({ doneOn, document }) => [`${doneOn} ${document.digest}`, doneOn]));
  for (const doneOn of reports.values())
    if (doneOn >= yearBefore(date)) date = `${Number(date.slice(0, 4)) + 1}-${before}`;
  return addDays(date, -1);
}

function yearBefore(date: string): string {
  return `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`;
}
