import { dutyId } from '../../model/attestations/due';
import { citationOf, findControl } from '../../model/controls/control';
import { attestedKindTexts, dutyStateTexts, outcomeTexts, partTexts, rhythmText } from '../due/due-texts';
import { dueWords as words } from '../due/due-words';
import { countedRecords, standingText, type CountedRecord } from '../due/record-standing';
import type { ReportDue } from '../report';
import { markTexts, messages } from '../text/messages';
import { rowId } from '../text/row-id';
import { column, type Column, type Table } from './table';

/** What a table of duties says of each: first its id, which stays the same from day to day; long names are cut in each row. */
export const dutyColumns: readonly Column<ReportDue>[] = [
  column(words.duty, (duty) => dutyId({ ...duty, subject: { ...duty.subject, id: rowId(duty.subject.id) } })),
  column(words.clauseId, ({ control }) => control),
  column(messages.citation, ({ control }, language) => citationOf(findControl(control), language)),
  column(messages.name, ({ control }, language) => findControl(control).title[language]),
  column(messages.mark, ({ control }, language) => markTexts[findControl(control).mark][language]),
  column(words.kind, ({ subject }, language) => attestedKindTexts[subject.kind][language]),
  column(messages.subject, ({ subject }) => rowId(subject.id)),
  column(words.half, ({ part }, language) => (part === undefined ? '' : partTexts[part][language])),
  column(messages.owner, ({ owner }) => rowId(owner ?? '')),
  column(messages.state, ({ state }, language) => dutyStateTexts[state][language]),
  column(messages.dueDate, ({ due }) => due ?? ''),
  column(words.rhythm, ({ rhythm }, language) => rhythmText(rhythm)[language]),
  column(words.lastRecord, ({ last }) => last ?? ''),
  column(words.metRecord, ({ met }) => met ?? ''),
];

/** Every duty that no rule can tell. */
export const dutiesTable: Table<ReportDue> = { name: 'duties', rows: ({ due }) => due, columns: dutyColumns };

/** Every signed record whose signature holds. */
export const attestationsTable: Table<CountedRecord> = {
  name: 'attestations',
  rows: countedRecords,
  columns: [
    column(words.record, ({ record }) => record.id),
    column(words.clauseId, ({ record }) => record.control),
    column(messages.citation, ({ record }, language) => citationOf(findControl(record.control), language)),
    column(words.kind, ({ record }, language) => attestedKindTexts[record.subject.kind][language]),
    column(messages.subject, ({ record }) => rowId(record.subject.id)),
    column(words.half, ({ record: { part } }, language) => (part === undefined ? '' : partTexts[part][language])),
    column(words.doneOn, ({ record }) => record.doneOn),
    column(words.unit, ({ record }) => record.by.name),
    column(words.independent, ({ record }, language) => words[record.by.independent ? 'yes' : 'no'][language]),
    column(words.outcome, ({ record }, language) => outcomeTexts[record.outcome][language]),
    column(words.open, ({ record }) => record.open.join('; ')),
    column(words.document, ({ record }) => record.document.name),
    column(words.digest, ({ record }) => record.document.digest),
    column(words.signer, ({ record }) => record.signer),
    column(words.role, ({ record }) => record.role),
    column(words.key, ({ record }) => (record.keys ?? []).join(' ')),
    column(words.signedAt, ({ record }) => record.signedAt),
    column(words.counts, ({ standing }, language) => standingText(standing)[language]),
  ],
};
