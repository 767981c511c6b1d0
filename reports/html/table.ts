import type { Text } from '../../model/text';
import { both } from './bilingual';
import { html, join, type Content, type Html } from './template';

/** A column of a table. */
export interface Column {
  readonly label: Text;
  /** Class of its cells: `n` for numbers, `c` for code, `wide` for sentences.
   * @default - plain text
   */
  readonly kind?: 'n' | 'c' | 'wide';
}

/** A row: its cells in the order of the columns. */
export interface Row {
  readonly cells: readonly Content[];
  /** Attributes for filters, such as `data-state`; values are escaped.
   * @default - none
   */
  readonly data?: Readonly<Record<string, string>>;
}

/** A table in its own scroll container. */
export interface Table {
  /** Unique in the page. */
  readonly id: string;
  readonly caption: Content;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** Writes a table; the first cell of each row is its header. */
export function table({ id, caption, columns, rows }: Table): Html {
  const heads = columns.map(({ label, kind }) => html`<th scope="col" ${classOf(kind)}>${both(label)}</th>`);
  return html`<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}-caption">
    <table id="${id}">
      <caption id="${id}-caption">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${heads}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => rowOf(row, columns))}
      </tbody>
    </table>
  </div> `;
}

function rowOf({ cells, data }: Row, columns: readonly Column[]): Html {
  const attributes = Object.entries(data ?? {}).map(([key, value]) => html` data-${key}="${value}"`);
  const written = cells.map((cell, index) => {
    const kind = classOf(columns[index]?.kind);
    return index === 0 ? html`<th scope="row" ${kind}>${cell}</th>` : html`<td${kind}>${cell}</td>`;
  });
  return html`<tr${join(attributes)}>${written}</tr>
`;
}

function classOf(kind: Column['kind']): Html | undefined {
  return kind === undefined ? undefined : html` class="${kind}"`;
}
