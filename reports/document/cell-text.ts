import type { Language } from '../../model/text';
import type { Cell } from './document';

/** A cell in one language as plain text, not escaped for any format; several parts are joined by `; `. */
export function cellText(cell: Cell, language: Language): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell);
  if ('code' in cell) return cell.code;
  if ('day' in cell) return cell.day;
  if ('state' in cell) return cell.state[language];
  if ('page' in cell) return cell.text[language];
  if ('drawing' in cell) return cell.shows[language];
  if ('cells' in cell) return cell.cells.map((one) => cellText(one, language)).join('; ');
  return cell[language];
}
