/** What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), in narrow and wide letters. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * The cells of a CSV file by the grammar of RFC 4180, after the mark of UTF-8, without the apostrophe that keeps a cell from
 * being a formula.
 * @throws Error where a cell would be a formula, or the file isn't CSV
 */
export function readCsv(file: string): readonly string[] {
  const text = file.replace(/^\uFEFF/, '');
  const cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r\n)/gy;
  let end = 0;
  for (const match of text.matchAll(cell)) {
    const shown = match[1]?.replaceAll('""', '"') ?? match[2] ?? '';
    if (FORMULA.test(shown)) throw new Error(`a formula: ${shown.slice(0, 40)}`);
    cells.push(shown.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, ''));
    end = match.index + match[0].length;
  }
  if (end !== text.length) throw new Error(`no CSV from ${end}: ${text.slice(end, end + 60)}`);
  return cells;
}
