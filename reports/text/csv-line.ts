import { visibleText } from './visible-text';

/** Rows as CSV (RFC 4180), each line ended; what can't be seen, or acts on a reader, is told by its number. */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${csvLine(row.map((cell) => visibleText(String(cell))))}\r\n`).join('');
}

/** A line of CSV (RFC 4180), without its end; no cell is a formula to a spreadsheet. */
export function csvLine(cells: readonly string[]): string {
  return cells.map(cell).join(',');
}

function cell(text: string): string {
  // What begins like a formula is one to a spreadsheet, in wide letters too; one apostrophe more keeps texts apart.
  const plain = /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
