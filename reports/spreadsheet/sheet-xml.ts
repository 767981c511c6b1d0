import type { LongTexts } from './long-texts';
import type { SharedStrings } from './shared-strings';
import type { Sheet } from './sheet';

const WIDTH_MIN = 10;
const WIDTH_MAX = 60;
/** Rows that are looked at for the width of a column. */
const SAMPLE = 200;

/** The inside of a worksheet: the first row holds the heads, stays in view and filters. */
export function sheetXml({ name, columns, rows }: Sheet, strings: SharedStrings, long: LongTexts): string {
  const letters = columns.map((_, index) => columnName(index));
  const writeRow = (cells: readonly (string | number)[], row: number): string =>
    `<row r="${row}">${cells
      .map((cell, index) => {
        const place = `${letters[index] ?? columnName(index)}${row}`;
        const style = row === 1 ? ' s="1"' : '';
        if (typeof cell === 'number') return `<c r="${place}"${style}><v>${cell}</v></c>`;
        const shown = long.shown(cell, name, () => place);
        return `<c r="${place}"${style} t="s"><v>${strings.place(shown)}</v></c>`;
      })
      .join('')}</row>`;
  const widths = columns.map((head, index) => widthOf(head, rows, index));
  const cols = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const last = `${letters.at(-1) ?? 'A'}${rows.length + 1}`;
  return [
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${cols.join('')}</cols>`,
    `<sheetData>${writeRow(columns, 1)}${rows.map((row, index) => writeRow(row, index + 2)).join('')}</sheetData>`,
    `<autoFilter ref="A1:${last}"/>`,
  ].join('');
}

function widthOf(head: string, rows: Sheet['rows'], index: number): number {
  const longest = rows
    .slice(0, SAMPLE)
    .reduce((width, row) => Math.max(width, String(row[index] ?? '').length), head.length);
  return Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, longest + 2));
}

/** `A`, `B`, … `Z`, `AA`, …: columns are counted without a zero. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}
