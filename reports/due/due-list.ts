import type { Attestation } from '../../model/attestations/attestation';
import { isOpen, type DutyState } from '../../model/attestations/due';
import { citationOf, findControl, type ControlId } from '../../model/controls/control';
import { daysBetween } from '../../model/controls/days-between';
import { groupBy } from '../../model/group-by';
import { printCount } from '../../model/print-count';
import type { ReportDue } from '../report';
import { daysText } from '../text/days-text';
import { visibleText } from '../text/visible-text';
import { dutyStateTexts, partTexts, rhythmText } from './due-texts';

/** Duties to list, as they stand on a day. */
export interface DueList {
  readonly due: readonly ReportDue[];
  readonly attestations: readonly Attestation[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Duties that are due within so many days are listed, with all that lack something. */
  readonly withinDays: number;
}

/** The rows that somebody must look at: overdue, not met, due soon, or never attested with no day; earliest first, those without a day last. */
export function openRows({ due, today, withinDays }: DueList): readonly ReportDue[] {
  const isSoon = (day: string): boolean => (daysBetween(today, day) ?? Infinity) <= withinDays;
  const open = due.filter(
    ({ state, due: day }) => isOpen(state) || (day === undefined ? state === 'never' : isSoon(day)),
  );
  return open.toSorted((a, b) => compare(a.due ?? '9999', b.due ?? '9999'));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The list as a text: what has a day or a record one by one, what was never attested by its clause with the number of subjects. */
export function renderDueList(list: DueList): string {
  const records = new Map(list.attestations.map((one) => [one.id, one]));
  const rows = openRows(list);
  const single = rows.filter(({ due, last }) => due !== undefined || last !== undefined);
  const never = groupBy(
    rows.filter(({ due, last }) => due === undefined && last === undefined),
    ({ control }) => control,
  );
  const parts = [
    single.map((row) => rowText(row, records.get(row.last ?? ''), list.today)).join(''),
    never.size === 0 ? '' : `never attested, and nothing says by when:\n${[...never].map(neverText).join('')}`,
    totals(list),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

function rowText(row: ReportDue, last: Attestation | undefined, today: string): string {
  const { control, subject, part, owner, rhythm, state, due } = row;
  const half = part === undefined ? '' : ` (${partTexts[part].en})`;
  const when = due === undefined ? 'no day' : `${due}, ${daysText(daysBetween(today, due) ?? 0).en}`;
  const record =
    last === undefined
      ? 'none'
      : `${last.id}: ${last.outcome === 'met' ? 'met' : `not met: ${last.open.join('; ')}`}, done ${last.doneOn} by ${last.by.name}, signed by ${last.signer} as ${last.role}`;
  const lines = [
    `${dutyStateTexts[state].en}  ${subject.kind} ${subject.id}: ${findControl(control).title.en}${half}`,
    `  due     ${when}; ${rhythmText(rhythm).en}`,
    `  clause  ${clauseText(control)}`,
    `  record  ${record}`,
    `  owner   ${owner ?? 'none'}`,
  ];
  return lines.map((line) => `${visibleText(line)}\n`).join('');
}

function clauseText(id: ControlId): string {
  const control = findControl(id);
  return `${citationOf(control, 'en')} (${id}, ${control.mark})`;
}

function neverText([id, rows]: readonly [ControlId, readonly ReportDue[]]): string {
  const rhythms = [...new Set(rows.map(({ rhythm }) => rhythmText(rhythm).en))].toSorted().join(' or ');
  const kind = rows[0]?.subject.kind ?? 'system';
  const count = kind === 'platform' || kind === 'nation' ? `the ${kind}` : printCount(rows.length, kind);
  return `  ${count}: ${findControl(id).title.en}; ${rhythms}\n    ${clauseText(id)}\n`;
}

function totals({ due }: DueList): string {
  const of = (state: DutyState): number => due.filter((row) => row.state === state).length;
  const counts = [`${of('overdue')} overdue`, `${of('not-met')} not met`, `${of('never')} never attested`];
  return `${printCount(due.length, 'manual duty', 'manual duties')}: ${[...counts, `${of('attested')} attested`].join(', ')}\n`;
}
