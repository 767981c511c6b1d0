import type { Trends } from '../../../reports/history/trends';
import { hostile } from '../report-kit';
import { earlierOf, filesOf, historyOf, judged, longHistory } from './history-kit';
import { fail, pass } from '../../../policies/define-policy';

const files = filesOf(longHistory());
const { trends } = JSON.parse(files.get('history.json') ?? '') as { readonly trends: Trends };

/** The numbers of the points, as the columns of pages have them. */
const expected = trends.points.map(({ counts, open, agencies, exceptions }) => [
  counts.pass,
  counts.fail,
  counts.unknown,
  counts.skip,
  counts.error,
  open,
  agencies,
  exceptions,
]);

function sectionOf(page: string, id: string): string {
  const start = page.indexOf(`<section id="${id}"`);
  return page.slice(start, page.indexOf('</section>', start));
}

/** The lines of panels, read back from their pixels by the labels of their axes. */
function linesOf(section: string): readonly (readonly number[])[] {
  return section
    .split('<g transform="translate(')
    .slice(1)
    .map((panel) => {
      const ticks = [...panel.matchAll(/<text x="56" y="([\d.]+)"\s+class="end soft">([\d.,]+)/g)].map(
        ([, y, told]) => [Number(y) - 4, Number(told?.replaceAll(/[.,]/g, ''))],
      );
      const [zero = [], top = []] = [ticks[0], ticks.at(-1)];
      const marks = panel.slice(panel.indexOf('class="step"'));
      const heights = [
        ...marks.matchAll(/<circle class="mark" cx="[\d.]+" cy="([\d.]+)"|d="M[\d.]+ ([\d.]+)(h6v6|l4 7|l4 4)/g),
      ];
      const offset: Readonly<Record<string, number>> = { h6v6: 3, 'l4 7': 4, 'l4 4': 4 };
      return heights.map(([, cy, y, kind]) => {
        const height = cy === undefined ? Number(y) + (offset[kind ?? ''] ?? 0) : Number(cy);
        // Adding zero makes -0 a plain zero.
        return Math.round(((height - (zero[0] ?? 0)) / ((top[0] ?? 0) - (zero[0] ?? 0))) * (top[1] ?? 0)) + 0;
      });
    });
}

describe('the numbers of trends', () => {
  it.each(['vi', 'en'])('are the same in the table of the page and in the data, in %s', (language) => {
    const section = sectionOf(files.get(`${language}/history.html`) ?? '', 'trend');
    const rows = section.split('<tr>').slice(2);
    const numbers = rows.map((row) =>
      [...row.matchAll(/<td class="number">([\d.,]+)<\/td>/g)].map(([, told]) => Number(told)),
    );
    expect(numbers).toEqual(expected);
  });

  it('are the heights of the marks in the pictures, of each series that ever is another than zero', () => {
    const page = files.get('en/history.html') ?? '';
    const columns = expected[0]?.map((_, column) => expected.map((row) => row[column] ?? 0)) ?? [];
    expect(linesOf(sectionOf(page, 'trend'))).toEqual(columns.filter((values) => values.some((value) => value > 0)));
    const states = [
      'fails',
      'unknown',
      'excepted',
      'in-part',
      'holds',
      'not-applicable',
      'not-covered',
      'evidence',
      'procedure',
    ] as const;
    const series = states.map((state) => trends.points.map((point) => point.clauseStates[state]));
    expect(linesOf(sectionOf(page, 'clause-trend'))).toEqual(
      series.filter((values) => values.some((value) => value > 0)),
    );
  });

  it('are the same in Markdown and in CSV', () => {
    const markdown = files.get('en/history.md') ?? '';
    const part = markdown.slice(
      markdown.indexOf('### Trend of the evaluations'),
      markdown.indexOf('## Trend of the states'),
    );
    const rows = part.trim().split('\n').slice(4);
    expect(
      rows.map((row) =>
        row
          .split(' | ')
          .slice(3)
          .map((cell) => Number(cell.replace(' |', ''))),
      ),
    ).toEqual(expected);
    const [head = '', ...lines] = (files.get('en/trend.csv') ?? '').trimEnd().split('\r\n');
    expect(head.split(',').slice(0, 4)).toEqual(['\uFEFFBundle', 'From', 'Judged on', 'Deployed on']);
    expect(lines.map((line) => line.split(',').slice(4, 12).map(Number))).toEqual(expected);
    const agencies = (files.get('vi/trend-agencies.csv') ?? '').trim().split('\r\n').slice(1);
    expect(agencies.map((line) => Number(line.split(',')[5]))).toEqual(trends.agencies.flatMap(({ open }) => open));
    expect(agencies).toHaveLength(trends.agencies.length * trends.points.length);
  });

  it('stand in a file for each change and each clause at each point', () => {
    const clauses = (files.get('en/trend-clauses.csv') ?? '').trim().split('\r\n').slice(1);
    expect(clauses).toHaveLength(trends.clauses.length * trends.points.length);
    expect((files.get('en/changed-agencies.csv') ?? '').split('\r\n').slice(1)).toEqual([
      'p01,Test province,▼ worse,0,3,3,0',
      '',
    ]);
    expect((files.get('en/changed-clauses.csv') ?? '').split('\r\n')[1]).toMatch(
      /^d331-30\.8,.*,▼ worse,✔ holds,✘ fails$/,
    );
  });
});

describe('the lines in the rows of what changed', () => {
  it('tell each step in words, in every format', () => {
    const steps = '1 → 2 → 0 → 3 → 0 → 3';
    for (const name of ['en/history.html', 'vi/history.html', 'en/history.md'])
      expect([name, files.get(name)?.includes(steps)]).toEqual([name, true]);
    expect(files.get('vi/history.md')).toContain('✘ không đạt → ✔ đạt → ✘ không đạt → ✔ đạt → ✘ không đạt');
  });
});

describe('a hostile agency', () => {
  it('is shown as text in every file, and is no formula', () => {
    // The digest of evaluations is of canonical JSON, which has no lone surrogates.
    const name = `=${hostile.replaceAll('\ud800', '')}`;
    const now = judged({ 'a/b': [fail('w', 'g', 'n'), pass] }, name);
    const shown = filesOf({ ...now, since: historyOf(earlierOf(judged({ 'a/b': [pass] }))) });
    for (const [path, content] of shown) {
      if (path.endsWith('.html')) expect(content).not.toContain('<img');
      if (path.endsWith('.csv')) expect(content).not.toMatch(/(^|,)"?=/m);
    }
    expect(shown.get('en/trend-agencies.csv')).toContain("'=<img");
    expect(JSON.parse(shown.get('history.json') ?? '')).toMatchObject({
      trends: { agencies: [{ id: name }] },
    });
  });
});

describe('what ever was another', () => {
  it('stands in tables from the first bundle to today, also where it is now as it was before the last deploy', () => {
    const [good, bad] = [judged({ 'a/b': [pass] }), judged({ 'a/b': [fail('w', 'g', 'n')] })];
    const points = [good, bad, good].map((one, index) => earlierOf(one, { sequence: index + 1 }));
    const page = filesOf({ ...good, since: historyOf(points[0] ?? earlierOf(good), ...points.slice(1)) }).get(
      'en/history.md',
    );
    expect(page).toMatch(/## Clauses in another state\n\nNothing differs/);
    expect(page).toMatch(
      /## Clauses that were ever in another state[^#]*### [^#]*\| ◆ other \| ✔ holds \| ✔ holds \| ✔ holds → ✘ fails → ✔ holds \|/,
    );
    expect(page).toMatch(
      /## Agencies that ever had more or fewer findings[^#]*### [^#]*\| ◆ other \| 0 \| 1 \| 0 \| 0 → 1 → 0 \|/,
    );
  });

  it('is not told where one bundle says it all', () => {
    const now = judged({ 'a/b': [pass] });
    expect(filesOf({ ...now, since: historyOf(earlierOf(now)) }).get('en/history.html')).not.toContain('moved-');
  });
});
