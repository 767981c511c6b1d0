import type { Text } from '../../model/text';
import { line } from './escape';

/** A text in both languages, one behind the other. */
export function both({ vi, en }: Text): string {
  return vi === en ? vi : `${vi} / ${en}`;
}

/** The heading of a section of a page. */
export function title(text: Text): string {
  return `## ${both(text)}`;
}

/** A table whose cells are escaped already. */
export function table(columns: readonly Text[], rows: readonly (readonly (string | number)[])[]): string {
  const head = columns.map((column) => line(both(column)));
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
