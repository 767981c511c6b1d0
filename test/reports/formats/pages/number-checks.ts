import { pagesOf, type TextFiles } from './page-checks';

/** JSON of the report and of its folders, by file name. */
export type DataFiles = Readonly<Record<string, unknown>>;

/** The numbers that a table must show, row by row, by the JSON alone; the id of the table, and the page it stands on. */
export type ExpectedNumbers = (table: string, path: string) => readonly number[] | undefined;

const FIGURE = /<data value="([^"]*)" data-of="(report|site):([^"]*)"\s*>(.*?)<\/data\s*>/gs;
/** Where numbers stand in a table: cells of a number, verdicts of a point, a number before its words, steps of a small line. */
const NUMBERS = [
  /<(?<name>t[dh])\b[^>]*class="number[^"]*"[^>]*>(?<cell>.*?)<\/\k<name>\s*>/gs,
  /<div class="counts"\s*>(?<cell>(?:\s*[✔✘?◐‼] [\d.,]+)+)\s*<\/div\s*>/gs,
  /<div\s*>\s*(?<cell>\d[\d.,]*|<span lang="vi"\s*>\d[\d.,]*<\/span\s*>\s*<span lang="en"\s*>\d[\d.,]*<\/span\s*>)\s*<span lang="vi"/gs,
  /<svg\b[^>]*class="pic spark"[^>]*aria-label="(?<cell>[\d… →]*)"/gs,
];
const TILE = /<li>\s*<(?<name>b|strong)\s*>(?<cell>.*?)<\/\k<name>\s*>/gs;

/** Numbers of the pages of a format that are not those of its data, or of which no data is named. */
export function wrongNumbers(files: TextFiles, data: DataFiles, expected: ExpectedNumbers): readonly string[] {
  return pagesOf(files).flatMap(([path, page]) => [
    ...wrongFigures(page, data).map((one) => `${path} ${one}`),
    ...tablesOf(page).flatMap(([table, cells]) => {
      const [got, want] = [cells.flatMap(numbersIn), expected(table, path)];
      const isRight = got.length === 0 ? (want ?? []).length === 0 : JSON.stringify(got) === JSON.stringify(want);
      return isRight ? [] : [`${path} ${table}: ${JSON.stringify(got)} and not ${JSON.stringify(want)}`];
    }),
  ]);
}

/** Tables of the pages of a format that show numbers without a place in JSON, sorted. */
export function numberedTables(files: TextFiles): readonly string[] {
  const tables = pagesOf(files).flatMap(([, page]) => tablesOf(page));
  return [
    ...new Set(tables.flatMap(([table, cells]) => (cells.flatMap(numbersIn).length > 0 ? [table] : []))),
  ].toSorted();
}

/** Numbers that name their place in JSON: value, text and JSON must be one. */
function wrongFigures(page: string, data: DataFiles): readonly string[] {
  return [...page.matchAll(FIGURE)].flatMap(([, value, root = '', pointer = '', text = '']) => {
    const want = at(data[root === 'report' ? 'report.json' : 'figures.json'], pointer);
    const isRight = Number(value) === want && numbersIn(text).every((one) => one === want);
    return isRight ? [] : [`${root}:${pointer}: ${value} and not ${String(want)}`];
  });
}

function at(root: unknown, pointer: string): unknown {
  const steps = pointer.split('/').slice(1);
  return steps.reduce<unknown>((value, step) => (value as Readonly<Record<string, unknown>>)[step], root);
}

/** Cells that hold numbers without a place in JSON, by the id of their table; tiles and counts in lists as `tiles`. */
function tablesOf(page: string): readonly (readonly [table: string, cells: readonly string[]])[] {
  const parts = page.split('<caption id="').slice(1);
  const tables = parts.map(
    (part) => [part.split('-caption"')[0] ?? '', bareCells(part.split('</table>')[0] ?? '', NUMBERS)] as const,
  );
  return [['tiles', bareCells(page, [TILE])], ...tables];
}

/** Cells in the order in which they stand, without those that name their place in JSON. */
function bareCells(part: string, patterns: readonly RegExp[]): readonly string[] {
  return patterns
    .flatMap((pattern) => [...part.matchAll(pattern)])
    .toSorted((a, b) => a.index - b.index)
    .flatMap(({ groups }) => groups?.['cell'] ?? [])
    .filter((cell) => !cell.includes('<data '));
}

/** The numbers that a cell shows; of both languages one, if they agree, and else none that anything could be. */
function numbersIn(cell: string): readonly number[] {
  const pairs = /<span lang="vi"\s*>([^<]*)<\/span\s*>\s*<span lang="en"\s*>([^<]*)<\/span\s*>/gs;
  const one = cell.replace(pairs, (_, vi: string, en: string) =>
    numberOf(vi) === numberOf(en) ? ` ${vi} ` : ' 0.5.5 ',
  );
  return [...one.replace(/<[^>]*>/g, ' ').matchAll(/\d[\d.,]*/g)].map(([text]) => numberOf(text));
}

/** A whole number with marks between its thousands. */
function numberOf(text: string): number {
  return /^\s*\d{1,3}(?:[.,]\d{3})*\s*$/.test(text) ? Number(text.replace(/[.,]/g, '')) : Number.NaN;
}
