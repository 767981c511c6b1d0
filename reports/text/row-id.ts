import { shorten } from '../review/words/shorten';

const ID_MAX = 256;

/**
 * The id of a subject as rows about it show it: at most 256 characters, then how many were left out. A name of 100 kB a
 * hundred times over is no table; the whole id stands in the table of its subjects.
 */
export function rowId(id: string): string {
  return shorten(id, ID_MAX);
}
