import html from '../../../reports/formats/html';
import markdown from '../../../reports/formats/markdown';
import { countDuties, dutiesByClause, dutiesToActOn } from '../../../reports/due/duty-groups';
import { countedRecords, newestRecords } from '../../../reports/due/record-standing';
import { attestationsSection } from '../../../reports/html/sections/attestations-section';
import type { Report } from '../../../reports/report';
import { gone, met, notMet, replaced, sourceWith } from './due-kit';

const { report } = sourceWith([notMet, gone, met, replaced]);
const page = attestationsSection(report).text;

/** The numbers that stand in the cells of a row or in tiles, whatever the language. */
function numbersOf(markup: string): readonly number[] {
  const english = markup.replaceAll(/<span lang="vi">.*?<\/span>/gs, '');
  return [...english.matchAll(/<(b|td class="number")>(.*?)<\/(?:b|td)>/gs)].map(([, , text = '']) =>
    Number(text.replaceAll(/<[^>]*>|,/g, '')),
  );
}

function tableOf(id: string): readonly string[] {
  const start = page.indexOf(`id="${id}-caption"`);
  return page.slice(start, page.indexOf('</table>', start)).split('<tr').slice(2);
}

describe('countedRecords()', () => {
  it('says of each record how far it counts: through a day, ended, replaced, not met, or about what is gone', () => {
    const standings = new Map(countedRecords(report).map(({ record, standing }) => [record.id, standing]));
    expect(Object.fromEntries(standings)).toEqual({
      bad: { kind: 'not-met' },
      gone: { kind: 'no-duty' },
      good: { kind: 'counts', through: '2026-12-14' },
      old: { kind: 'replaced' },
    });
    const later = { ...report, today: '2026-12-15' };
    expect(countedRecords(later).find(({ record }) => record.id === 'good')?.standing).toEqual({
      kind: 'ended',
      on: '2026-12-14',
    });
    expect(newestRecords(report).map(({ record }) => record.id)).toEqual(['bad', 'gone', 'good', 'old']);
  });
});

describe('the section on records and duties of the page', () => {
  it('shows the numbers of the JSON', () => {
    const of = (state: string): number => report.due.filter((row) => row.state === state).length;
    const states = [of('overdue'), of('not-met'), of('never'), of('attested')];
    const soon = report.due.filter(
      ({ state, due }) => !['overdue', 'not-met'].includes(state) && due !== undefined && due <= '2026-10-31',
    ).length;
    expect(numbersOf(page.slice(0, page.indexOf('</ul>')))).toEqual([report.due.length, ...states, soon]);
    expect(countDuties(report.due, report.today)).toMatchObject({ all: report.due.length, soon });
    expect(page).toContain(`<span class="record-count">${report.attestations.length}</span>`);
  });

  it('counts every duty once by its clause, as the clauses of the report do', () => {
    const rows = tableOf('clause-duties-table').map(numbersOf);
    const clauses = report.instruments.flatMap((one) => one.clauses).flatMap(({ attested }) => attested ?? []);
    const ordered = (counts: readonly number[]): readonly number[] => counts.toSorted((a, b) => a - b);
    expect(ordered(rows.map(([all = 0]) => all))).toEqual(ordered(clauses.map(({ duties }) => duties)));
    const sum = (column: number): number => rows.reduce((total, row) => total + (row[column] ?? 0), 0);
    expect(sum(0)).toBe(report.due.length);
    expect(sum(0)).toBe(sum(1) + sum(2) + sum(3) + sum(4));
    expect(dutiesByClause(report.due, report.today)).toHaveLength(rows.length);
  });

  it('shows of a record whose word it is, with which key, on which document, and through which day it counts', () => {
    const row = tableOf('records-table').find((one) => one.includes('<code>good</code>')) ?? '';
    for (const text of ['counts through 2026-12-14', 'an: inspection', met.keys?.[0] ?? '-', met.document.digest])
      expect(row).toContain(text);
    expect(row).toContain('15 September 2026');
    expect(row).toContain('· <span lang="vi">nguồn thứ cấp</span><span lang="en">secondary</span>');
    expect(page).not.toContain('<img');
  });

  it('lists what to act on with a state for the filter, earliest first', () => {
    const rows = tableOf('duties-table');
    expect(rows).toHaveLength(dutiesToActOn(report.due, report.today).length);
    expect(rows.some((row) => row.startsWith(' data-state="not-met"'))).toBe(true);
    const days = dutiesToActOn(report.due, report.today).map(({ due }) => due ?? '9999');
    expect(days).toEqual(days.toSorted());
    const options = [...page.matchAll(/<option value="([^"]+)"/g)].map(([, value]) => value);
    expect(options).toEqual(['overdue', 'not-met', 'never', 'attested', 'soon']);
  });

  it('stays small however many duties and records there are, and says where the others stand', () => {
    const many = { ...report, due: Array.from({ length: 600 }, () => report.due).flat() };
    const records = Array.from({ length: 700 }, (_, index) => ({ ...met, id: `r-${index}` }));
    const large: Report = { ...many, attestations: records };
    const text = attestationsSection(large).text;
    expect(text.match(/id="duties-table.*?<\/table>/s)?.[0].match(/<tr/g)).toHaveLength(501);
    expect(text).toContain('more duties in csv/en/duties.csv');
    expect(text).toContain('200 <span lang="vi">hồ sơ nữa');
    expect(text.length).toBeLessThan(2_000_000);
  });

  it('says that there are none where there are none', () => {
    const empty = attestationsSection({ ...report, due: [], attestations: [] }).text;
    expect(empty).toContain('▤ no record');
    expect(empty).toContain('No duty is overdue, not met or due within 30 days.');
  });
});

describe('records and duties in the formats', () => {
  it('stand in the page and its contents, and in Markdown with the same numbers', () => {
    const whole = html.render({ report });
    expect(whole).toContain('<a href="#attestations">');
    expect(whole).toContain(page.slice(0, 200));
    const text = markdown.render({ report });
    expect(text).toContain(`| nghĩa vụ / duties | ${report.due.length} |`);
    expect(text).toContain(`### Hồ sơ đã ký / Signed records (4)`);
    expect(text).toContain('counts through 2026-12-14');
    expect(text).not.toMatch(/(?<!\\)<img/);
    expect(text).not.toMatch(/^# x/m);
  });
});
