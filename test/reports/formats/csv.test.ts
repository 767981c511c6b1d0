import { pass } from '../../../policies/define-policy';
import csvFormat from '../../../reports/formats/csv';
import { visibleText } from '../../../reports/text/visible-text';
import { hostileSource, rule, sourceOf } from '../report-kit';

/** Reads CSV by the grammar of RFC 4180, with nothing of the writer. */
function read(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r\n)/gy)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== '\r\n') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

const filesOf = (source = hostileSource()): ReadonlyMap<string, string> =>
  new Map([...csvFormat.files(source)].map(({ path, content }) => [path, String(content)]));

describe('tables as CSV', () => {
  it('are the same tables in both languages, each with all its rows', () => {
    const source = hostileSource();
    const files = filesOf(source);
    const sizes = [...files].map(([path, text]) => [path, read(text.slice(1)).length - 1]);
    const { report } = source;
    const expected = {
      clauses: report.instruments.flatMap(({ clauses }) => clauses).length,
      rules: report.rules.length,
      findings: report.findings.length + report.skipped.length,
      systems: report.systems.length,
      attestations: report.attestations.length,
      duties: report.due.length,
    };
    const both = ['vi', 'en'].flatMap((one) =>
      Object.entries(expected).map(([name, rows]) => [`${one}/${name}.csv`, rows]),
    );
    expect(sizes).toEqual(both);
    expect(expected.findings).toBe(2);
  });

  it('begin with the mark of UTF-8 and have as many cells in each row', () => {
    for (const text of filesOf().values()) {
      expect(text.startsWith('\uFEFF')).toBe(true);
      const rows = read(text.slice(1));
      expect(new Set(rows.map((row) => row.length)).size).toBe(1);
      expect(rows.map((row) => row.length).every((cells) => cells > 5)).toBe(true);
    }
  });

  it('lose nothing of a hostile text, and make what acts visible', () => {
    const source = hostileSource();
    const [head = [], ...rows] = read(filesOf(source).get('en/findings.csv')?.slice(1) ?? '');
    const got = rows.map((row) => row[head.indexOf('Got')]);
    expect(got).toEqual(source.report.findings.map((one) => visibleText(one.got)));
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\r=1'])('are no formula to a spreadsheet: %j', (text) => {
    const title = { vi: text, en: text };
    const source = sourceOf({ 'a/b': rule('d331-30.8', [pass], { title }) });
    const [, row = []] = read(filesOf(source).get('en/rules.csv')?.slice(1) ?? '');
    expect(row[1]).toMatch(/^[^=+\-@\t\r]./);
  });
});
