import type { Attestation } from '../../model/attestations/attestation';
import { dutyId } from '../../model/attestations/due';
import type { Text } from '../../model/text';
import type { Report, ReportDue } from '../report';

/**
 * How far a record counts on a day: `counts` (through a day, or without an end), `ended` (the day is past), `not-met` (it
 * says that something is open, so it moves no day), `replaced` (a newer one counts), `no-duty` (what it is about binds
 * nobody here any more).
 */
export type RecordStanding =
  | { readonly kind: 'counts'; readonly through?: string | undefined }
  | { readonly kind: 'ended'; readonly on: string }
  | { readonly kind: 'not-met' | 'replaced' | 'no-duty' };

/** A record with how far it counts. */
export interface CountedRecord {
  readonly record: Attestation;
  readonly standing: RecordStanding;
}

/** The records of a report in its order, each with how far it counts on the day of the report. */
export function countedRecords({
  attestations,
  due,
  today,
}: Pick<Report, 'attestations' | 'due' | 'today'>): readonly CountedRecord[] {
  if (attestations.length === 0) return [];
  const byMet = new Map(due.flatMap((row) => (row.met === undefined ? [] : [[row.met, row]])));
  const named = new Set(due.map(dutyId));
  return attestations.map((record) => ({
    record,
    standing: standingOf(record, byMet.get(record.id), { named, today }),
  }));
}

/** The same, the newest first; what was done on one day in the order of the report. */
export function newestRecords(report: Pick<Report, 'attestations' | 'due' | 'today'>): readonly CountedRecord[] {
  const order = (one: string, other: string): number => (one < other ? 1 : one > other ? -1 : 0);
  return countedRecords(report).toSorted((a, b) => order(a.record.doneOn, b.record.doneOn));
}

function standingOf(
  record: Attestation,
  row: ReportDue | undefined,
  { named, today }: { readonly named: ReadonlySet<string>; readonly today: string },
): RecordStanding {
  if (!named.has(dutyId(record))) return { kind: 'no-duty' };
  if (record.outcome === 'not-met') return { kind: 'not-met' };
  if (row === undefined) return { kind: 'replaced' };
  return row.due !== undefined && row.due < today
    ? { kind: 'ended', on: row.due }
    : { kind: 'counts', through: row.due };
}

/** How far a record counts, in words. */
export function standingText(standing: RecordStanding): Text {
  switch (standing.kind) {
    case 'counts':
      return standing.through === undefined
        ? { vi: 'còn giá trị, không ấn định thời hạn', en: 'counts; no end is fixed' }
        : { vi: `còn giá trị đến hết ${standing.through}`, en: `counts through ${standing.through}` };
    case 'ended':
      return { vi: `hết giá trị sau ${standing.on}`, en: `ended after ${standing.on}` };
    case 'not-met':
      return { vi: 'chưa đạt nên không dời thời hạn', en: 'not met, so it moves no day' };
    case 'replaced':
      return { vi: 'đã có hồ sơ mới hơn', en: 'a newer record counts' };
    case 'no-duty':
      return { vi: 'đối tượng không còn; chỉ lưu', en: 'its subject is gone; kept only' };
  }
}
