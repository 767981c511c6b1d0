import { tryFindControl, citationOf } from '../../model/controls/control';
import { addDays } from '../../model/controls/days-between';
import { dutyId } from '../../model/attestations/due';
import type { Attestation } from '../../model/attestations/attestation';
import type { Text } from '../../model/text';
import type { ReportDate, ReportDue } from '../report';
import { markTexts } from '../text/messages';
import { visibleText } from '../text/visible-text';
import { attestedKindTexts, dutyStateTexts, partTexts, rhythmText } from './due-texts';

/** What a calendar shows: duties that have a day, and the other dates that the law sets. */
export interface CalendarInput {
  readonly environment: string;
  readonly officialName: Text;
  /** `YYYY-MM-DD` of the calendar. */
  readonly today: string;
  readonly due: readonly ReportDue[];
  readonly attestations: readonly Attestation[];
  readonly dates: readonly ReportDate[];
}

/**
 * An iCalendar of what is due (RFC 5545): one whole-day event for each duty that has a day, under a UID that stays the same
 * when its day moves, in both languages. Same input, same bytes.
 */
export function renderCalendar(input: CalendarInput): string {
  const { environment, officialName, today, due, attestations, dates } = input;
  const records = new Map(attestations.map((one) => [one.id, one]));
  const listed = new Set<string>(due.map(({ control }) => control));
  const events = [
    ...due.flatMap((row) => (row.due === undefined ? [] : [dutyEvent(row, row.due, records)])),
    ...dates.filter(({ control }) => !listed.has(control)).map(dateEvent),
  ];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//ndc//due//VI',
    'CALSCALE:GREGORIAN',
    `NAME:${escapeText(both(officialName))}`,
    // What most programs read instead of the name of RFC 7986.
    `X-WR-CALNAME:${escapeText(both(officialName))}`,
    ...events.flatMap((event) => eventLines(event, { environment, today })),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

interface CalendarEvent {
  /** What tells it apart from all others of its environment. */
  readonly key: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly title: Text;
  readonly details: readonly Text[];
  readonly category: string;
}

function dutyEvent(row: ReportDue, day: string, records: ReadonlyMap<string, Attestation>): CalendarEvent {
  const { control: id, subject, part, owner, rhythm, state } = row;
  const control = tryFindControl(id);
  const title = control?.title ?? { vi: id, en: id };
  const half = part === undefined ? undefined : partTexts[part];
  const last = records.get(row.last ?? '');
  const name = (language: 'vi' | 'en'): string =>
    `${title[language]}${half === undefined ? '' : ` (${half[language]})`}: ${subject.kind === subject.id ? attestedKindTexts[subject.kind][language] : subject.id}`;
  return {
    key: dutyId(row),
    day,
    title: { vi: name('vi'), en: name('en') },
    details: [
      ...(control === undefined ? [] : [{ vi: citationOf(control, 'vi'), en: citationOf(control, 'en') }]),
      ...(control === undefined ? [] : [markTexts[control.mark]]),
      rhythmText(rhythm),
      dutyStateTexts[state],
      { vi: `Chịu trách nhiệm: ${owner ?? '-'}`, en: `Owner: ${owner ?? '-'}` },
      ...(last === undefined
        ? []
        : [{ vi: `Hồ sơ gần nhất: ${last.id}, ${last.doneOn}`, en: `Last record: ${last.id}, ${last.doneOn}` }]),
    ],
    category: state,
  };
}

function dateEvent({ control, citation, title, mark, date, yearly }: ReportDate): CalendarEvent {
  // What must be done before a day can be done for the last time on the day before it.
  const day = yearly ? addDays(date, -1) : date;
  return { key: `date.${control}`, day, title, details: [citation, markTexts[mark]], category: 'legal-date' };
}

function eventLines(
  { key, day, title, details, category }: CalendarEvent,
  { environment, today }: { readonly environment: string; readonly today: string },
): readonly string[] {
  const inLanguage = (language: 'vi' | 'en'): readonly string[] => details.map((text) => text[language]);
  const description = [...inLanguage('vi'), '', ...inLanguage('en')].map(escapeText).join('\\n');
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(`${key}@${environment}.ndc.gov.vn`)}`,
    `DTSTAMP:${plainDay(today)}T000000Z`,
    `DTSTART;VALUE=DATE:${plainDay(day)}`,
    `DTEND;VALUE=DATE:${plainDay(addDays(day, 1))}`,
    `SUMMARY:${escapeText(both(title))}`,
    `DESCRIPTION:${description}`,
    `CATEGORIES:${escapeText(category)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function both({ vi, en }: Text): string {
  return vi === en ? vi : `${vi} / ${en}`;
}

function plainDay(iso: string): string {
  return iso.replaceAll('-', '');
}

/** A text value (RFC 5545 section 3.3.11); what can't be seen, line ends among it, is written visibly. */
function escapeText(text: string): string {
  return visibleText(text).replaceAll(/[\\;,]/g, String.raw`\$&`);
}

const LINE_OCTETS_MAX = 75;

/** Lines of at most 75 octets (RFC 5545 section 3.1), never broken inside a character. */
function fold(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const more = Buffer.byteLength(character);
    if (octets + more > LINE_OCTETS_MAX) {
      parts.push(part);
      // The space that continues a line counts too.
      part = ' ';
      octets = 1;
    }
    part += character;
    octets += more;
  }
  return [...parts, part].join('\r\n');
}
