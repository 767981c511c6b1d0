import { amount, both, html, Html } from '../../html/html';
import { table } from '../../html/table';
import { cellLines } from '../sections/cell-lines';
import type { Cell, Column, SectionRow } from '../sections/section';
import type { FilledSection } from '../sections/sections';
import { reviewMessages as messages } from '../words/review-messages';
import { rowKindNames, rowKinds, rowKindText } from '../words/row-kinds';
import { shorten } from '../words/shorten';
import { LINE_MAX } from './page-data';
import { STEP } from './review-script';

/** Sections of no more rows than these are open at first. */
const OPEN_MAX = 12;

/** A section that folds, with its first rows; the script shows the others. */
export function sectionPart({ key, title, columns, rows }: FilledSection, held: number): Html {
  const shown = rows.slice(0, STEP).map((row) => rowPart(row, columns));
  const isOpen = key === 'risks' ? rows.length <= STEP : rows.length <= OPEN_MAX;
  const note =
    held < rows.length
      ? html`<p>
          <strong>${amount(held)} ${both(messages.of)} ${amount(rows.length)}</strong>: ${both(messages.jsonHasAll)}.
        </p>`
      : '';
  const heads = [messages.kind, ...columns.map((one) => one.title)];
  return html`<section id="${key}">
    <details ${new Html(isOpen ? 'open' : '')}>
      <summary>
        <h3>${both(title)}: <b data-all="${rows.length}">${amount(rows.length)}</b></h3>
        <span class="counts">${kindCounts(rows)}</span>
      </summary>
      ${note} ${table({ id: `${key}-table`, caption: title, columns: heads, rows: shown })}
      <p class="rest" ${new Html(shown.length === rows.length ? 'hidden' : '')}>
        <span class="told">${shown.length} / ${rows.length}</span> ${both(messages.rowsShown)}
        <button class="more" type="button" hidden>${both(messages.more)}: ${both(title)}</button>
      </p>
    </details>
  </section> `;
}

/** How many rows are of each kind, in words. */
function kindCounts(rows: readonly SectionRow[]): Html {
  const parts = rowKindNames.flatMap((kind) => {
    const count = rows.filter((row) => row.kind === kind).length;
    return count === 0 ? [] : [html`${amount(count)} ${both(rowKinds[kind].text)}`];
  });
  return new Html(parts.map(({ text }) => text).join(', '));
}

function rowPart({ kind, cells }: SectionRow, columns: readonly Column[]): Html {
  return html`<tr>
    <th scope="row" class="state k-${kind}">${both(rowKindText(kind))}</th>
    ${cells.map((cell, index) => cellPart(cell, columns[index]))}
  </tr>`;
}

function cellPart(cell: Cell, column: Column | undefined): Html {
  if (column?.form === 'number') return html`<td class="number">${amount(Number(cell))}</td>`;
  const lines = cellLines(cell).map(({ vi, en }) => {
    const inside = both({ vi: shorten(vi, LINE_MAX), en: shorten(en, LINE_MAX) });
    return html`<div>${column?.form === 'code' ? html`<code>${inside}</code>` : inside}</div>`;
  });
  return html`<td ${new Html(lines.length > 1 ? 'class="lines"' : '')}>${lines}</td>`;
}
