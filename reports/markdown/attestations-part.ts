import type { AttestedSubject } from '../../model/attestations/attestation';
import { dutyStates } from '../../model/attestations/due';
import { findControl } from '../../model/controls/control';
import { attestedKindTexts, dutyStateTexts, outcomeTexts, partTexts, rhythmText } from '../due/due-texts';
import { clauseDutyColumns, recordColumns, toActOnColumns } from '../due/due-columns';
import { dueWords as words } from '../due/due-words';
import { countDuties, dutiesByClause, dutiesToActOn, isDueSoon } from '../due/duty-groups';
import { newestRecords, standingText } from '../due/record-standing';
import type { Report, ReportDue } from '../report';
import { citationTexts } from '../report-law';
import { markTexts, messages } from '../text/messages';
import { rowId } from '../text/row-id';
import { code, line } from './escape';
import { both, table, title } from './parts';

/** Rows of records and of duties that the file holds; the tables as CSV hold all. */
const ROWS_MAX = 500;

/** What people sign instead of a rule: the records that hold, the duties to act on one by one, and all of them by clause. */
export function attestationsPart(report: Report): string {
  return [
    title(words.duties),
    both(words.dutiesNote),
    counts(report),
    `### ${both(words.attestations)} (${report.attestations.length})`,
    both(words.attestationNote),
    records(report),
    `### ${both(words.toActOn)}`,
    toActOn(report),
    `### ${both(words.dutiesByClause)}`,
    byClause(report),
    both(words.byClauseNote),
  ].join('\n\n');
}

function counts({ due, today }: Report): string {
  const { all, soon, ...states } = countDuties(due, today);
  return table(
    [messages.state, messages.count],
    [
      ...dutyStates.map((state) => [line(both(dutyStateTexts[state])), states[state]]),
      [line(both(words.allDuties)), all],
      [line(both(words.dueSoon)), soon],
    ],
  );
}

function records(report: Report): string {
  if (report.attestations.length === 0) return both(words.noRecord);
  const newest = newestRecords(report).slice(0, ROWS_MAX);
  const rows = newest.map(({ record, standing }) => [
    clause(record),
    subject(record.subject),
    record.doneOn,
    line([both(outcomeTexts[record.outcome]), ...record.open].join('; ')),
    line(both(standingText(standing))),
    line(`${record.by.name}; ${record.signer}: ${record.role}`),
    (record.keys ?? []).map(code).join(' '),
    `${line(record.document.name)} ${code(record.document.digest)}`,
  ]);
  return withRest(table(recordColumns, rows), report.attestations.length - rows.length, both(words.moreRecords));
}

function toActOn({ due, today }: Report): string {
  const all = dutiesToActOn(due, today);
  if (all.length === 0) return both(words.noneToActOn);
  const rows = all
    .slice(0, ROWS_MAX)
    .map((row) => [
      clause(row),
      subject(row.subject),
      line(both(isDueSoon(row, today) ? words.dueSoon : dutyStateTexts[row.state])),
      row.due ?? line(both(words.noDate)),
      line(both(rhythmText(row.rhythm))),
      line(rowId(row.owner ?? '–')),
    ]);
  return withRest(table(toActOnColumns, rows), all.length - rows.length, both(words.moreDuties));
}

function byClause({ due, today }: Report): string {
  const rows = dutiesByClause(due, today).map(({ control, counts: { all, soon, ...states } }) => [
    clause({ control }),
    line(both(findControl(control).title)),
    all,
    ...dutyStates.map((state) => states[state]),
    soon,
  ]);
  return table(clauseDutyColumns, rows);
}

function withRest(text: string, rest: number, more: string): string {
  return rest > 0 ? `${text}\n\n${rest} ${more}` : text;
}

/** A clause, the half of it, and how well its source is known. */
function clause({ control: id, part }: Pick<ReportDue, 'control' | 'part'>): string {
  const control = findControl(id);
  const half = part === undefined ? '' : `, ${both(partTexts[part])}`;
  return `${line(both(citationTexts(control)) + half)} ${code(id)} (${line(both(markTexts[control.mark]))})`;
}

function subject({ kind, id }: AttestedSubject): string {
  const name = line(both(attestedKindTexts[kind]));
  return kind === id ? name : `${name} ${code(rowId(id))}`;
}
