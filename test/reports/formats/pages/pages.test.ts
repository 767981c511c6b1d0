import type { HistoryData } from '../../../../reports/history/history-data';
import type { Report } from '../../../../reports/report';
import { fail, pass } from '../../../../policies/define-policy';
import { formatCatalog } from '../../../../reports/catalog';
import { safeName } from '../../../../reports/text/safe-name';
import { rule, sourceOf } from '../../report-kit';
import { fullSource } from './full-source';
import { brokenIds, deadLinks, type PlacedFiles } from './link-checks';
import { numberedTables, wrongNumbers } from './number-checks';
import { wrongDuties, wrongLive } from './numbers/site-numbers';
import { loneTexts, pagesOf, unlikePages, type TextFiles } from './page-checks';
import { writtenFolder, type WrittenPages } from './written-pages';

const source = fullSource();
const { formats, start } = writtenFolder(source);
const words = JSON.stringify([formats[0]?.data, source.view.model, source.evaluation]);

const numbersOf = ({ files, data, expected }: WrittenPages) => wrongNumbers(files, data, expected);

/** Formats of which each page says everything in both languages; the others have a page for each. */
const bilingual = formats.filter(({ files }) => pagesOf(files).some(([, page]) => page.includes('data-lang="vi"')));
const single = formats.filter((one) => !bilingual.includes(one));

/** The files with the first page that fits bent: of all formats that have pages. */
function bend(files: TextFiles, fits: RegExp, edit: (page: string) => string): TextFiles {
  const [path, page] = pagesOf(files).find(([, one]) => fits.test(one)) ?? ['', ''];
  const bent = edit(page);
  if (bent === page) throw new Error(`no page fits ${fits.source}`);
  return new Map([...files, [path, bent]]);
}

describe.each(formats)('the pages of $id', (format) => {
  const { files } = format;

  test('lead nowhere that isn’t there, and name each element once', () => {
    expect([deadLinks(format), brokenIds(format)]).toEqual([[], []]);
  });

  test('say everything in both languages', () => {
    expect([...loneTexts(files, words), ...unlikePages(files)]).toEqual([]);
  });

  test('show every number as their data has it', () => {
    expect(numbersOf(format)).toEqual([]);
  });

  test.each<[string, (given: PlacedFiles) => readonly string[], RegExp, (page: string) => string]>([
    ['a link to a place that is gone', deadLinks, / id="main"/, (page) => page.replace(' id="main"', '')],
    [
      'a link to a page that is gone',
      deadLinks,
      /<main/,
      (page) => page.replace(/<main/, '<a href="gone.html">x</a><main'),
    ],
    [
      'a link to the network',
      deadLinks,
      /<main/,
      (page) => page.replace(/<main/, '<a href="https://a.vn/">x</a><main'),
    ],
    [
      'a link out of the folder of the report',
      deadLinks,
      /<main/,
      (page) => page.replace(/<main/, '<a href="../../../report.html">x</a><main'),
    ],
    ['an id that stands twice', brokenIds, /<main/, (page) => page.replace(/<main/, '<p id="main">x</p><main')],
    ['a name that is gone', brokenIds, /-caption"/, (page) => page.replace(/<caption id="[^"]*"/, '<caption')],
  ])('are refused with %s', (_, check, fits, edit) => {
    expect(check({ ...format, files: bend(files, fits, edit) })).not.toEqual([]);
  });

  test('are refused with a number that is another', () => {
    const fits = /class="number[^"]*"[^>]*>/;
    const bent = bend(files, fits, (page) =>
      page.replace(
        /(class="number[^"]*"[^>]*>\s*(?:<data value=")?)(\d)/,
        (_one, before: string, digit: string) => before + String((Number(digit) + 1) % 10),
      ),
    );
    expect(numbersOf({ ...format, files: bent }).length).toBeGreaterThan(0);
  });

  test('are refused with a number that no data is named for', () => {
    const table = '<table><caption id="new-caption">x</caption><tr><td class="number">1</td></tr></table>';
    const bent = bend(files, /<\/main>/, (page) => page.replace('</main>', `${table}</main>`));
    expect(numbersOf({ ...format, files: bent })).toEqual([expect.stringContaining('new: [1] and not undefined')]);
  });
});

describe('the first page of the report', () => {
  const page = start.files.get('index.html') ?? '';
  const paths = formatCatalog.map(({ id, format }) => [
    'file' in format ? [] : format.kinds.map((kind) => kind.paths),
    id,
  ]);
  const named = words + JSON.stringify([[...start.report.keys()], paths]);

  test('leads nowhere that isn’t there, names each element once, and says everything in both languages', () => {
    expect([deadLinks(start), brokenIds(start), loneTexts(start.files, named)]).toEqual([[], [], []]);
    expect(formats.filter(({ folder }) => folder !== '' && !page.includes(`href="${folder}/`))).toEqual([]);
  });

  test('is refused with a link to a file that is gone', () => {
    const report = new Map([...start.report].filter(([path]) => path !== 'report.html'));
    expect(deadLinks({ ...start, report })).toEqual(['index.html: report.html']);
  });

  test('is refused where English is missing', () => {
    const bent = page.replace(/<span lang="en"\s*>[^<]*<\/span\s*>/, '');
    expect(loneTexts(new Map([['index.html', bent]]), named)).not.toEqual([]);
  });
});

test('a report of which no cluster, no bundle and no record tells leads nowhere that isn’t there, with the same numbers', () => {
  const { formats: few, start: first } = writtenFolder(
    sourceOf({ 'a/b': rule('d331-30.8', [pass, fail('a', 'b', 'c')]) }),
  );
  expect(few.map(({ id }) => id)).not.toContain('history');
  for (const one of [...few, first]) expect([deadLinks(one), brokenIds(one)]).toEqual([[], []]);
  expect(few.flatMap(numbersOf)).toEqual([]);
});

describe('the pages of things on the site', () => {
  const { files = new Map<string, string>(), data = {} } = formats.find(({ id }) => id === 'site') ?? {};
  const report = data['report.json'] as Report;
  const duties = (given: TextFiles): readonly string[] => wrongDuties(given, report, safeName);
  const one = 'systems/procedures-p01.html';

  test('have the duties of each thing that has some, as the report has them', () => {
    expect(duties(files)).toEqual([]);
  });

  test.each([
    ['with the duties of another thing', one, 'systems/land-database.html'],
    ['with none', one, 'files.html'],
    ['with those of one thing for all', 'index.html', one],
  ])('are refused %s', (_, path, other) => {
    expect(duties(new Map([...files, [path, files.get(other) ?? '']]))).toEqual([expect.stringContaining(path)]);
  });

  test('count what clusters say against a system itself', () => {
    expect(wrongLive(files, report, safeName)).toEqual([]);
    expect(report.live?.findings.filter(({ subject }) => subject === 'system/procedures-p01')).toHaveLength(2);
  });

  test('are refused with a finding fewer', () => {
    const page = (files.get(one) ?? '').replace(/(Findings where it runs<\/span\s*>: )\d+/, '$11');
    expect(wrongLive(new Map([...files, [one, page]]), report, safeName)).toEqual(['procedures-p01: 1 and not 2']);
  });
});

describe('the numbers of what has no table of its own kind', () => {
  test.each([
    ['dossiers', ['devices', 'links', 'scope-table']],
    ['history', ['clause-trend-table', 'counts-table', 'moved-agencies-table', 'tenants-table', 'trend-table']],
    ['html', ['clause-duties-table', 'points-table', 'tiles']],
    ['site', ['points-table']],
  ])('stand on the pages of %s', (format, tables) => {
    const { files = new Map<string, string>() } = formats.find(({ id }) => id === format) ?? {};
    expect(numberedTables(files)).toEqual(expect.arrayContaining(tables));
  });

  test('are one in all JSON: the last point of the trends is the report', () => {
    const { data = {} } = formats[0] ?? {};
    const report = data['report.json'] as Report;
    const { counts, trends } = data['history.json'] as HistoryData;
    const { counts: last, clauseStates } = trends.points.at(-1) ?? {};
    expect([counts, last, clauseStates]).toEqual([report.counts, report.counts, report.clauseStates]);
    const of = (state: string): number => report.due.filter((one) => one.state === state).length;
    expect(data['figures.json']).toMatchObject({
      attestations: report.attestations.length,
      openDuties: of('overdue') + of('not-met'),
    });
  });

  test.each([
    ['html', 'verdicts of a point', /◐ 2</, '◐ 3<'],
    [
      'html',
      'what a point did not see',
      /<div>1 <span lang="vi">không được thấy/,
      '<div>2 <span lang="vi">không được thấy',
    ],
    ['html', 'examples that were let in', /<div>3 /, '<div>4 '],
    ['html', 'objects that were compared', /1\.203/, '1.204'],
    ['html', 'duties that are due soon', /<li><b>[1-8]<\/b>(<span lang="vi">● đến hạn)/, '<li><b>9</b>$1'],
    ['site', 'verdicts of a point', /◐ 2</, '◐ 3<'],
    ['history', 'steps of a small line', /(aria-label="0 → )1/, '$12'],
    ['dossiers', 'what is granted at the standby', /(tại địa điểm dự phòng<\/th>\s*<td class="number">)\d/, '$19'],
  ])('of %s is refused where it is another: %s', (format, _, find, put) => {
    const found = formats.find(({ id }) => id === format);
    if (found === undefined) throw new Error(`no format ${format}`);
    const files = bend(found.files, find, (page) => page.replace(find, put));
    expect(numbersOf({ ...found, files })).not.toEqual([]);
  });
});

describe.each(bilingual)('the texts of $id', ({ files }) => {
  test.each([
    ['English is missing', /<span lang="en"\s*>[^<]*<\/span\s*>/, ''],
    ['Vietnamese is missing', /<span lang="vi"\s*>[^<]*<\/span\s*>/, ''],
    ['an attribute has Vietnamese alone', / data-en="[^"]*"/, ''],
    ['a sentence stands in no language', /<main[^>]*>/, '<main id="main"><p>Chưa dịch, untranslated</p>'],
  ])('are refused where %s', (_, find, put) => {
    expect(
      loneTexts(
        bend(files, find, (page) => page.replace(find, put)),
        words,
      ),
    ).not.toEqual([]);
  });
});

describe.each(single)('the pages in two languages of $id', ({ files }) => {
  const [path = '', page = ''] = pagesOf(files).find(([one]) => one.startsWith('vi/')) ?? [];
  const twin = path.replace(/^vi/, 'en');

  test('are refused where one is missing', () => {
    expect(unlikePages(new Map([...files].filter(([one]) => one !== twin)))).toEqual([`${path}: no page in English`]);
  });

  test('are refused where a text was not translated', () => {
    const heading = /<h2[^>]*>([^<]*)<\/h2>/;
    const vi = heading.exec(page)?.[1] ?? '';
    const en = (files.get(twin) ?? '').replace(heading, (one, text: string) => one.replace(text, vi));
    expect(unlikePages(new Map([...files, [twin, en]]))).not.toEqual([]);
  });

  test('are refused where one has a row more', () => {
    const more = (files.get(twin) ?? '').replace('</tbody>', '<tr><td>x</td></tr></tbody>');
    expect(unlikePages(new Map([...files, [twin, more]]))).toEqual([`${path}: another shape in English`]);
  });
});

test('the formats with pages are found in the catalog', () => {
  expect(formats.map(({ id }) => id)).toEqual(expect.arrayContaining(['dossiers', 'history', 'html', 'legal', 'site']));
  expect([bilingual, single].map((some) => some.length).every((count) => count > 1)).toBe(true);
});
