import type { Attestation, AttestedSubject } from '../../model/attestations/attestation';
import { isOpen, type DutyState } from '../../model/attestations/due';
import { citationOf, findControl, type ControlId } from '../../model/controls/control';
import { daysBetween } from '../../model/controls/days-between';
import { groupBy } from '../../model/group-by';
import { printCount } from '../../model/print-count';
import type { Language, Text } from '../../model/text';
import type { ReportDue } from '../report';
import { daysText } from '../text/days-text';
import { displayWidth, padToWidth } from '../text/display-width';
import { markTexts } from '../text/messages';
import { visibleText } from '../text/visible-text';
import { attestedKindTexts, dutyStateTexts, partTexts, rhythmText } from './due-texts';
import { dueListWords as words, dueWords } from './due-words';

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
  const open = due.filter(
    (row) => isOpen(row.state) || (row.due === undefined ? row.state === 'never' : isSoon(row, { today, withinDays })),
  );
  return open.toSorted((a, b) => compare(a.due ?? '9999', b.due ?? '9999'));
}

/** Whether the day of a duty is within so many days, or past. */
export function isSoon(
  { due }: Pick<ReportDue, 'due'>,
  { today, withinDays }: Pick<DueList, 'today' | 'withinDays'>,
): boolean {
  return due !== undefined && (daysBetween(today, due) ?? Infinity) <= withinDays;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The list as a text: what has a day or a record one by one, what was never attested by its clause with the number of subjects. */
export function renderDueList(list: DueList, language: Language): string {
  const records = new Map(list.attestations.map((one) => [one.id, one]));
  const rows = openRows(list);
  const single = rows.filter(({ due, last }) => due !== undefined || last !== undefined);
  const never = groupBy(
    rows.filter(({ due, last }) => due === undefined && last === undefined),
    ({ control }) => control,
  );
  const told: Told = { records, today: list.today, language };
  const parts = [
    single.map((row) => rowText(row, told)).join(''),
    never.size === 0
      ? ''
      : `${words.neverHead[language]}\n${[...never].map((one) => neverText(one, language)).join('')}  (${words.subjectsElsewhere[language]})\n`,
    totals(list)[language],
  ];
  return parts.filter((part) => part !== '').join('\n');
}

interface Told {
  readonly records: ReadonlyMap<string, Attestation>;
  readonly today: string;
  readonly language: Language;
}

const labels = ['due', 'clause', 'record', 'owner'] as const;

function rowText(row: ReportDue, { records, today, language }: Told): string {
  const { control, subject, part, owner, rhythm, state, due, last } = row;
  const half = part === undefined ? '' : ` (${partTexts[part][language]})`;
  const when =
    due === undefined ? dueWords.noDate[language] : `${due}, ${daysText(daysBetween(today, due) ?? 0)[language]}`;
  const said = {
    due: `${when}; ${rhythmText(rhythm)[language]}`,
    clause: clauseText(control, language),
    record: recordText(records.get(last ?? ''))[language],
    owner: owner ?? words.ofNobody[language],
  };
  const width = Math.max(...labels.map((label) => displayWidth(words[label][language])));
  const lines = [
    `${dutyStateTexts[state][language]}  ${subjectText(subject, language)}: ${findControl(control).title[language]}${half}`,
    ...labels.map((label) => `  ${padToWidth(words[label][language], width)}  ${said[label]}`),
  ];
  return lines.map((line) => `${visibleText(line)}\n`).join('');
}

function subjectText({ kind, id }: AttestedSubject, language: Language): string {
  return kind === id ? attestedKindTexts[kind][language] : `${attestedKindTexts[kind][language]} ${id}`;
}

function recordText(record: Attestation | undefined): Text {
  if (record === undefined) return words.none;
  const { id, outcome, open, doneOn, by, signer, role } = record;
  const { met, notMet } = words;
  const came = (language: Language): string =>
    outcome === 'met' ? met[language] : `${notMet[language]}: ${open.join('; ')}`;
  return {
    vi: `${id}: ${came('vi')}, ${by.name} làm ngày ${doneOn}, ${signer} ký với vai trò ${role}`,
    en: `${id}: ${came('en')}, done ${doneOn} by ${by.name}, signed by ${signer} as ${role}`,
  };
}

function clauseText(id: ControlId, language: Language): string {
  const control = findControl(id);
  return `${citationOf(control, language)} (${id}, ${markTexts[control.mark][language]})`;
}

function neverText([id, rows]: readonly [ControlId, readonly ReportDue[]], language: Language): string {
  const rhythms = [...new Set(rows.map(({ rhythm }) => rhythmText(rhythm)[language]))].toSorted();
  const halves = [...new Set(rows.flatMap(({ part }) => (part === undefined ? [] : partTexts[part][language])))];
  const half = halves.length === 0 ? '' : ` (${halves.join(', ')})`;
  const often = rhythms.join(` ${words.or[language]} `);
  return `  ${countText(rows)[language]}: ${findControl(id).title[language]}${half}; ${often}\n    ${clauseText(id, language)}\n`;
}

/** How many subjects rows of one control bind; the halves of one duty are of one subject. */
function countText(rows: readonly ReportDue[]): Text {
  const kind = rows[0]?.subject.kind ?? 'system';
  if (kind === 'platform' || kind === 'nation') return attestedKindTexts[kind];
  const count = new Set(rows.map(({ subject }) => subject.id)).size;
  const { vi, en } = attestedKindTexts[kind];
  return { vi: `${count} ${vi}`, en: printCount(count, en, kind === 'tenant' ? 'agencies' : `${en}s`) };
}

function totals({ due }: DueList): Text {
  const of = (state: DutyState): number => due.filter((row) => row.state === state).length;
  const [overdue, notMet, never, attested] = [of('overdue'), of('not-met'), of('never'), of('attested')];
  return {
    vi: `${due.length} nghĩa vụ cần hồ sơ: ${overdue} quá hạn, ${notMet} chưa đạt, ${never} chưa từng được xác nhận, ${attested} có hồ sơ đã ký\n`,
    en: `${printCount(due.length, 'manual duty', 'manual duties')}: ${overdue} overdue, ${notMet} not met, ${never} never attested, ${attested} attested\n`,
  };
}
