import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { Sheet } from '../../../reports/spreadsheet/sheet';
import { writeWorkbook } from '../../../reports/spreadsheet/workbook';

const longTexts = { name: 'long-texts', columns: ['sheet', 'cell', 'part', 'text'] };

function write(rows: Sheet['rows'], columns: readonly string[] = ['a', 'b']): Uint8Array {
  return writeWorkbook({ title: 'Thử', longTexts, sheets: [{ name: 'one', columns, rows }] });
}

function partsOf(file: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** What a spreadsheet reads: each cell of a sheet by its place. */
function readSheet(file: Uint8Array, sheet = 1): ReadonlyMap<string, string | number> {
  const parts = partsOf(file);
  const strings = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si><t[^>]*>(.*?)<\/t><\/si>/gs)].map(
    ([, text = '']) => text.replace(/&(?:lt|gt|quot|amp);/g, (one) => entities[one] ?? one).replaceAll('_x005F_', '_'),
  );
  const cells = (parts[`xl/worksheets/sheet${sheet}.xml`] ?? '').matchAll(
    /<c r="([A-Z]+\d+)"([^>]*)><v>([^<]*)<\/v><\/c>/g,
  );
  return new Map(
    [...cells].map(([, place = '', kind = '', value = '']) => [
      place,
      kind.includes('t="s"') ? (strings[Number(value)] ?? '') : Number(value),
    ]),
  );
}

describe('a workbook', () => {
  it('holds texts as texts and numbers as numbers, under its heads', () => {
    const cells = readSheet(
      write([
        ['Bộ Công an', 12],
        ['=1+1', -0.5],
      ]),
    );
    expect([...cells]).toEqual([
      ['A1', 'a'],
      ['B1', 'b'],
      ['A2', 'Bộ Công an'],
      ['B2', 12],
      ['A3', '=1+1'],
      ['B3', -0.5],
    ]);
  });

  it('never holds a formula, a link or a macro, whatever texts begin with', () => {
    const parts = partsOf(
      write([
        ['=HYPERLINK("http://x")', '@x'],
        ['+1', '-1'],
        ['\t=1', '<f>1</f>'],
      ]),
    );
    expect(Object.keys(parts).filter((name) => /external|hyperlink|vba/i.test(name))).toEqual([]);
    expect(Object.values(parts).filter((part) => /<f[ >]|<hyperlink/.test(part))).toEqual([]);
  });

  it('is the same bytes every time, with the first moment of ZIP as the time of each part', () => {
    const file = write([['a', 1]]);
    expect(write([['a', 1]])).toEqual(file);
    const { buffer, byteOffset } = file;
    expect(new DataView(buffer, byteOffset).getUint32(10, true)).toBe(0x00210000);
  });

  it('shows what XML can’t hold, and what a spreadsheet would take for an escape', () => {
    const cells = readSheet(write([['a\u0000b\u202e\ufffe\ud800', '_x000D_']]));
    expect([...cells.values()].slice(2)).toEqual(['a⟦U+0000⟧b⟦U+202E⟧⟦U+FFFE⟧⟦U+D800⟧', '_x000D_']);
  });

  it('keeps a name of 100 kB whole in a sheet of long texts, and cuts no character in two', () => {
    const name = `${'ư'.repeat(3_999)}😀${'x'.repeat(96_000)}`;
    const file = write([[name, 1]]);
    expect(String(readSheet(file).get('A2')).length).toBeLessThan(32_767);
    const rows = [...readSheet(file, 2)].filter(([place]) => /^D(?!1$)/.test(place)).map(([, text]) => text);
    expect(rows.join('')).toBe(name);
    expect(readSheet(file, 2).get('B2')).toBe('A2');
  });

  it('keeps cells within what a spreadsheet can hold, and tells texts apart, for any texts', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { maxLength: 8 }), (rows) => {
        const values = [...readSheet(write(rows)).values()].slice(2);
        expect(values.length).toBe(rows.length * 2);
        expect(new Set(values).size).toBe(new Set(rows.flat()).size);
      }),
      { numRuns: 50 },
    );
  });

  it('names columns past Z', () => {
    const columns = Array.from({ length: 28 }, (_, index) => `c${index}`);
    expect([...readSheet(write([], columns)).keys()].slice(-3)).toEqual(['Z1', 'AA1', 'AB1']);
  });
});
