import type { Text } from '../../model/text';
import type { Cell } from './document';

/** A way to a document at the same path in both languages. */
export function linkTo(path: string, text: Text): Cell {
  return { page: { vi: path, en: path }, text };
}
