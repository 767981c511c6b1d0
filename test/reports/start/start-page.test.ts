import { fail, pass } from '../../../policies/define-policy';
import { formatCatalog } from '../../../reports/catalog';
import { startPage, type WrittenForm } from '../../../reports/start/start-page';
import { rule, sourceOf } from '../report-kit';

const source = sourceOf({ 'a/b': rule('d331-30.8', [pass, fail('a', 'b', 'c')]) });

/** What every format wrote. */
const forms = formatCatalog.map(({ id, format }): WrittenForm => ({
  id,
  format,
  paths: 'file' in format ? [format.file] : [...format.files(source)].map(({ path }) => path),
}));

const whole = startPage(source.report, forms);

/** Paths in the folder of the report that a page leads to. */
function linksOf(page: string): readonly string[] {
  return [...page.matchAll(/<a href="([^"#]+)"/g)].map(([, way = '']) => decodeURIComponent(way));
}

/** What a page says to be there without a link: how often, by the sum of all numbers in brackets. */
function countedOf(page: string): number {
  return [...page.matchAll(/<\/code> \((\d+)\)/g)].reduce((sum, [, count]) => sum + Number(count), 0);
}

describe('the first page of a report', () => {
  it('leads to files that were written, each once, and counts all others', () => {
    const written = forms.flatMap(({ format, paths }) =>
      paths.map((path) => ('file' in format ? path : `${format.folder}/${path}`)),
    );
    const links = linksOf(whole);
    expect(links.filter((one) => !written.includes(one))).toEqual([]);
    expect(new Set(links).size).toBe(links.length);
    expect(links.length + countedOf(whole)).toBe(written.length);
  });

  it('names every format that wrote something in both languages, and no other', () => {
    for (const { format, paths } of forms)
      for (const text of Object.values(format.summary)) expect(whole.includes(`>${text}<`)).toBe(paths.length > 0);
  });

  it('leads to the pages of the language that it shows', () => {
    expect(whole).toContain('<div lang="en"><a href="legal/en/nation.html">');
    expect(whole).toContain('<div lang="vi"><a href="legal/vi/nation.html">');
  });

  it('says what the gate said', () => {
    expect(whole).toContain('class="verdict failed"');
    expect(startPage(sourceOf({ 'a/b': rule('d331-30.8', [pass]) }).report, forms)).toContain('class="verdict passed"');
  });
});
