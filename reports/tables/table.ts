import type { Language, Text } from '../../model/text';
import type { Report } from '../report';
import { csvText } from '../text/csv-line';

/** A column of a table: its heading, and what a row has in it. */
export interface Column<T> {
  readonly heading: Text;
  readonly cell: (row: T, language: Language) => string | number;
}

/** A table of the report: the name of its file, its rows and its columns. */
export interface Table<T> {
  readonly name: string;
  readonly rows: (report: Report) => readonly T[];
  readonly columns: readonly Column<T>[];
}

/** Makes a column. */
export function column<T>(heading: Text, cell: Column<T>['cell']): Column<T> {
  return { heading, cell };
}

/**
 * Rows as CSV (RFC 4180) in UTF-8; the mark at the beginning tells a spreadsheet that it is UTF-8. What can't be seen, or
 * acts on a reader, is told by its number.
 */
export function tableCsv<T>(columns: readonly Column<T>[], rows: readonly T[], language: Language): string {
  const head = columns.map(({ heading }) => heading[language]);
  return `\uFEFF${csvText([head, ...rows.map((row) => columns.map(({ cell }) => cell(row, language)))])}`;
}
