import type { Cell, Document, DocumentTable } from '../document/document';
import { dossierWords as words } from './dossier-words';

/** Rows that a table of a page shows, so that it stays short to read; the workbook has them all. */
export const ROWS_MAX = 30;

/** The tables that are read to their end, however long. */
const WHOLE: ReadonlySet<string> = new Set(['plan-requirements', 'missing-table', 'list-table']);

/** The same document for a page: long tables are cut, with the number of rows that only the workbook has. */
export function shortDocument(document: Document): Document {
  const sections = document.sections.map((one) => ({ ...one, tables: one.tables.map((table) => shortTable(table)) }));
  return { ...document, sections };
}

function shortTable(table: DocumentTable): DocumentTable {
  const { id, rows, columns } = table;
  if (rows.length <= ROWS_MAX || WHOLE.has(id)) return table;
  const rest = Array<Cell>(Math.max(0, columns.length - 2)).fill('');
  return { ...table, rows: [...rows.slice(0, ROWS_MAX), [words.more, rows.length - ROWS_MAX, ...rest]] };
}
