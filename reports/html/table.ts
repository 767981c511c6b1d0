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
export function table({ rows, ...frame }: Table): Html {
  return tableOfBodies(
    frame,
    html`<tbody>
      ${rows}
    </tbody>`,
  );
}

/** Renders a table whose rows stand in bodies of their own. */
export function tableOfBodies({ id, caption, columns }: Omit<Table, 'rows'>, bodies: Html | readonly Html[]): Html {
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
      ${bodies}
    </table>
  </div> `;
}
