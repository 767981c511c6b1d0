import { formatCatalog } from '../../reports/catalog';
import html from '../../reports/formats/html';
import json from '../../reports/formats/json';
import markdown from '../../reports/formats/markdown';
import { daysText } from '../../reports/text/days-text';
import { visibleText } from '../../reports/text/visible-text';
import { pass } from '../../policies/define-policy';
import { hostile, hostileReport, hostileSource, reportOf, rule } from './report-kit';

describe('report formats', () => {
  test.each(formatCatalog)('$id gives the same bytes for the same report', ({ format }) => {
    const write = (): unknown =>
      'file' in format ? format.render(hostileSource()) : [...format.files(hostileSource())];
    expect(write()).toEqual(write());
  });

  test('show hidden characters and lose none', () => {
    expect(visibleText('a\u202eb\u0000c\ud800d')).toBe('a⟦U+202E⟧b⟦U+0000⟧c⟦U+D800⟧d');
    expect(visibleText('⟦')).not.toBe('⟦');
    expect(visibleText('Ngân hàng Nhà nước Việt Nam')).toBe('Ngân hàng Nhà nước Việt Nam');
  });

  test('keep hostile texts from becoming markup in HTML', () => {
    const page = html.render({ report: hostileReport() });
    expect(page).not.toContain('<img');
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).not.toMatch(/\u202e|\0|\p{Cs}/u);
    expect([...page.matchAll(/(?:src|href)="(?!#)[^"]*"/g)]).toEqual([]);
  });

  test('keep hostile texts from becoming markup in Markdown', () => {
    const page = markdown.render({ report: hostileReport() });
    expect(page).not.toMatch(/(?<!\\)<img/);
    expect(page).not.toMatch(/^# x/m);
    expect(page).toContain('\\<img src=x onerror=alert(1)\\>\\|\\`\\*\\_\\[a\\](b)⟦U+202E⟧');
  });

  test('keep every text whole in JSON', () => {
    const report = hostileReport();
    const read = JSON.parse(json.render({ report })) as typeof report;
    expect(read.findings[0]?.got).toBe(report.findings[0]?.got);
    expect(read.findings[0]?.got.startsWith(hostile.slice(0, 20))).toBe(true);
  });

  test('show the same numbers in HTML as in JSON', () => {
    const report = hostileReport();
    const tiles = [...html.render({ report }).matchAll(/<b>(.*?)<\/b>/gs)].map(([, tile = '']) =>
      Number(tile.replace(/\D/g, '')),
    );
    const { counts, rules, evaluations, clauseStates } = JSON.parse(json.render({ report })) as typeof report;
    const expected = [
      evaluations,
      rules.length,
      counts.pass,
      counts.fail,
      counts.unknown,
      counts.skip,
      counts.error,
      ...Object.values(clauseStates),
    ];
    expect(tiles.filter((_, index) => index < expected.length).toSorted((a, b) => a - b)).toEqual(
      expected.toSorted((a, b) => a - b),
    );
  });

  test('tell what the law dates, with the days that are left and past on the day of evaluation', () => {
    const report = reportOf({ 'a/b': rule('d331-30.8', [pass]) });
    const page = html.render({ report });
    expect(page).toContain('<span lang="vi">còn 91 ngày</span><span lang="en">91 days left</span>');
    expect(page).toContain('<span lang="vi">đã qua 274 ngày</span><span lang="en">274 days past</span>');
    const text = markdown.render({ report });
    expect(text).toContain('## Mốc thời gian của pháp luật / What the law dates');
    expect(text).toContain('| 2026-12-31 | còn 91 ngày / 91 days left | ');
    expect(text).toContain('| 2026-12-20 (hằng năm / yearly) | còn 80 ngày / 80 days left | ');
    expect(text).toContain('Có hiệu lực từ / In force from: 2026-08-19.');
    const { dates, instruments } = JSON.parse(json.render({ report })) as typeof report;
    expect(dates).toEqual(report.dates);
    expect(instruments.find(({ id }) => id === 'd331')?.effectiveFrom).toBe('2026-08-19');
  });

  test('tell days in both languages, one of them in the singular', () => {
    expect([1, 0, -1].map((days) => daysText(days))).toEqual([
      { vi: 'còn 1 ngày', en: '1 day left' },
      { vi: 'hôm nay', en: 'today' },
      { vi: 'đã qua 1 ngày', en: '1 day past' },
    ]);
  });

  test('tell both languages everywhere: no text of the page stands in one alone', () => {
    const page = html.render({ report: hostileReport() });
    expect(page.split('<span lang="vi">').length).toBe(page.split('<span lang="en">').length);
  });

  test('name states of dossiers, sites and media in words, never by their identifiers', () => {
    const report = hostileReport();
    expect(report.systems.map(({ dossier }) => dossier)).toContain('operating');
    for (const page of [html.render({ report }), markdown.render({ report })]) {
      const shown = page.replace(/data-[a-z]+="[^"]*"|value="[^"]*"/g, '');
      expect(shown).toContain('đang vận hành');
      expect(shown).toContain('kho đối tượng');
      expect(shown).not.toMatch(/[>|]\s*operating\s*[<|]|\(home\)|block-snapshot/);
    }
  });

  test('write choices of a filter in one language at a time', () => {
    const options = [...html.render({ report: hostileReport() }).matchAll(/<option [^>]*>([^<]*)<\/option>/g)];
    expect(options.length).toBeGreaterThan(20);
    expect(options.filter(([, text = '']) => text.includes(' / '))).toEqual([]);
  });

  test('tell what blocks before anything else', () => {
    for (const page of [html.render({ report: hostileReport() }), markdown.render({ report: hostileReport() })]) {
      const place = page.indexOf('subject-1');
      expect(place).toBeGreaterThan(0);
      expect(place).toBeLessThan(page.search(/Tóm tắt( \/ Summary)?<?\n|id="summary"|## Tóm tắt/));
    }
    const clean = reportOf({ 'a/b': rule('d331-30.8', [pass]) });
    expect(html.render({ report: clean })).toContain('Nothing blocks');
    expect(markdown.render({ report: clean })).toContain('Nothing blocks');
  });
});
