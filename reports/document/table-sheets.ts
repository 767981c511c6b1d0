import type { Language } from '../../model/text';
import type { Sheet } from '../spreadsheet/sheet';
import { cellText } from './cell-text';
import type { Document } from './document';

/** The sheet of a workbook that holds texts too long for a cell. */
export const longTexts = { name: 'long-texts', columns: ['sheet', 'cell', 'part', 'text'] } as const;

/** Each table of a document as a sheet in one language, in their order. */
export function tableSheets({ sections }: Document, language: Language): readonly Sheet[] {
  return sections
    .flatMap((one) => one.tables)
    .map(({ id, columns, rows }) => ({
      name: id,
      columns: columns.map((column) => column[language]),
      rows: rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : cellText(cell, language)))),
    }));
}
