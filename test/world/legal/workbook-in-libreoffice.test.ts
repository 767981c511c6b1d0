import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeWorkbook } from '../../../reports/spreadsheet/workbook';
import { describeInOffice } from './describe-in-office';

describeInOffice('a workbook in LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ndc-office-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('opens as written: texts, numbers, hostile texts as texts, no formula computed', () => {
    const rows = [
      ['Thành phố Hà Nội', 12],
      ['=1+1', 3.5],
      ['=HYPERLINK("http://example.invalid")', -4],
      ['a,"b"\u202e', 0],
    ] as const;
    const sheets = [{ name: 'one', columns: ['name', 'count'], rows }];
    const longTexts = { name: 'long-texts', columns: ['sheet', 'cell', 'part', 'text'] };
    writeFileSync(join(folder, 'book.xlsx'), writeWorkbook({ title: 'Thử', longTexts, sheets }));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    // Comma, double quote, UTF-8, from the first row: LibreOffice's own tokens. It quotes what it read as text.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1';
    const run = spawnSync(
      'soffice',
      [profile, '--headless', '--convert-to', filter, '--outdir', folder, join(folder, 'book.xlsx')],
      {
        encoding: 'utf8',
        timeout: 120_000,
      },
    );
    expect({ status: run.status, error: run.error }).toEqual({ status: 0, error: undefined });
    expect(readFileSync(join(folder, 'book.csv'), 'utf8').trimEnd().split('\n')).toEqual([
      '"name","count"',
      '"Thành phố Hà Nội",12',
      '"=1+1",3.5',
      '"=HYPERLINK(""http://example.invalid"")",-4',
      '"a,""b""⟦U+202E⟧",0',
    ]);
  });
});
