import type { Text } from '../../../model/text';
import type { Cell } from './section';

/** The lines of a cell as texts in both languages; what a program says is the same in both. */
export function cellLines(cell: Cell): readonly Text[] {
  return isList(cell) ? cell.map(textOf) : [textOf(cell)];
}

function isList(cell: Cell): cell is readonly (string | Text)[] {
  return Array.isArray(cell);
}

function textOf(one: string | number | Text): Text {
  return typeof one === 'object' ? one : { vi: String(one), en: String(one) };
}
