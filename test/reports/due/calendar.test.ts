import fc from 'fast-check';
import type { ReportDue } from '../../../reports/report';
import { renderCalendar, type CalendarInput } from '../../../reports/due/calendar';
import calendar from '../../../reports/formats/calendar';
import { hostile, hostileReport } from '../report-kit';

const row: ReportDue = {
  subject: { kind: 'system', id: 'land-database' },
  control: 'tcvn-14423-7.11.2.5',
  owner: 'moc',
  rhythm: { kind: 'every', days: 90, by: 'law' },
  state: 'never',
  due: '2026-12-14',
};
const input: CalendarInput = {
  environment: 'test',
  officialName: { vi: 'Quốc gia', en: 'Nation' },
  today: '2026-10-01',
  due: [row],
  attestations: [],
  dates: [],
};

/** The lines of a calendar as its reader sees them (RFC 5545 section 3.1), and one property of each event. */
function unfold(text: string): readonly string[] {
  return text.replaceAll('\r\n ', '').split('\r\n');
}

function valuesOf(text: string, name: string): readonly string[] {
  return unfold(text).flatMap((line) => (line.startsWith(`${name}:`) ? [line.slice(name.length + 1)] : []));
}

/** What a text value says (RFC 5545 section 3.3.11). */
function unescape(value: string): string {
  return value.replaceAll(/\\(.)/g, (_, one: string) => (one === 'n' ? '\n' : one));
}

describe('renderCalendar()', () => {
  it('writes one event for each duty that has a day', () => {
    const text = renderCalendar({
      ...input,
      due: [row, { ...row, due: undefined, subject: { kind: 'system', id: 'b' } }],
    });
    expect(unfold(text).filter((line) => !line.startsWith('DESCRIPTION'))).toMatchInlineSnapshot(`
[
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "PRODID:-//ndc//due//VI",
  "CALSCALE:GREGORIAN",
  "NAME:Quốc gia / Nation",
  "X-WR-CALNAME:Quốc gia / Nation",
  "BEGIN:VEVENT",
  "UID:duty.tcvn-14423-7.11.2.5.system.land-database@test.ndc.gov.vn",
  "DTSTAMP:20261001T000000Z",
  "DTSTART;VALUE=DATE:20261214",
  "DTEND;VALUE=DATE:20261215",
  "SUMMARY:Khôi phục thử mỗi quý: land-database / Quarterly restore test: land-database",
  "CATEGORIES:never",
  "TRANSP:TRANSPARENT",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
]
`);
  });

  it('tells in both languages what is due, by which clause, how well that is known, and who answers for it', () => {
    const [description = ''] = valuesOf(renderCalendar(input), 'DESCRIPTION');
    expect(unescape(description)).toMatchInlineSnapshot(`
"mục 7.11.2.5, TCVN 14423:2026
nguồn thứ cấp
mỗi 90 ngày, theo quy định
– chưa từng được xác nhận
Chịu trách nhiệm: moc

clause 7.11.2.5, TCVN 14423:2026
secondary
every 90 days, by law
– never attested
Owner: moc"
`);
  });

  it('keeps the identity of an event when its day moves, and tells halves of a duty apart', () => {
    const uids = (due: readonly ReportDue[]) => valuesOf(renderCalendar({ ...input, due }), 'UID');
    expect(uids([{ ...row, due: '2027-03-01' }])).toEqual(uids([row]));
    const halves = uids([
      { ...row, part: 'external' },
      { ...row, part: 'internal' },
    ]);
    expect(new Set(halves).size).toBe(2);
  });

  it('shows a date of the law on the last day that keeps it, once where duties already show it', () => {
    const { dates } = hostileReport();
    const text = renderCalendar({ ...input, due: [], dates });
    expect(valuesOf(text, 'UID')).toHaveLength(dates.length);
    expect(unfold(text)).toContain('DTSTART;VALUE=DATE:20261219');
    const [first] = dates;
    const listed = renderCalendar({ ...input, due: [{ ...row, control: first?.control ?? row.control }], dates });
    expect(valuesOf(listed, 'UID')).toHaveLength(dates.length);
  });

  it('folds at 75 octets and never inside a character, and loses nothing of a hostile name', () => {
    const name = `${hostile}\r\nBEGIN:VEVENT\r\n${'Đ'.repeat(5_000)}`;
    fc.assert(
      fc.property(fc.oneof(fc.constant(name), fc.string({ unit: 'binary' })), (vi) => {
        const text = renderCalendar({ ...input, officialName: { vi, en: vi } });
        for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(text.isWellFormed()).toBe(true);
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n\u202e]/);
        expect(unfold(text).filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
      }),
      { seed: 8 },
    );
    const [shown = ''] = valuesOf(renderCalendar({ ...input, officialName: { vi: name, en: name } }), 'NAME');
    expect(unescape(shown)).toContain('<img src=x onerror=alert(1)>|`*_[a](b)⟦U+202E⟧⟦U+0000⟧⟦U+D800⟧');
  });

  it('is a format of the report, the same bytes each time', () => {
    const report = hostileReport();
    expect(calendar.render({ report })).toBe(renderCalendar(report));
    expect(calendar.render({ report: hostileReport() })).toBe(calendar.render({ report }));
  });
});
