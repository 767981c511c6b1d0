import type { Text } from '../../model/text';
import { both, html, type Html } from './html';

/** A table with a caption and column headers; it scrolls in its own box on narrow screens. */
export interface Table {
  /** Identity in the page; the caption's id follows from it. */
  readonly id: string;
  readonly caption: Text;
  readonly columns: readonly Text[];
  readonly rows: readonly Html[];
}

/** Renders a table. */
export function table({ id, caption, columns, rows }: Table): Html {
  const heads = columns.map((column) => html`<th scope="col">${both(column)}</th>`);
  return html`<div class="scroll" role="group" aria-labelledby="${id}-caption" tabindex="0">
    <table>
      <caption id="${id}-caption">
        ${both(caption)}
      </caption>
      <thead>
        <tr>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div> `;
}
