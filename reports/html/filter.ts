import type { Text } from '../../model/text';
import { labels } from '../text/labels';
import { both, number } from './bilingual';
import { html, type Content, type Html } from './template';

/** A group of choices; a row shows when it has one of those that are ticked, or when none is. */
export interface FilterGroup {
  /** The `data-…` attribute of the rows, with words separated by spaces. */
  readonly name: string;
  readonly legend: Text;
  readonly choices: readonly { readonly value: string; readonly label: Content }[];
}

/** Narrows the rows inside the element with the id `target`; hidden until the script runs. */
export function filter(target: string, rows: number, groups: readonly FilterGroup[]): Html {
  return html`<form class="filter" data-for="${target}" hidden>
    <p>
      <label for="${target}-search">${both(labels.search)}</label>
      <input id="${target}-search" type="search" autocomplete="off" spellcheck="false" />
    </p>
    ${groups.map((group) => groupOf(group))}
    <p class="shown">
      <span role="status" aria-live="polite"
        ><output>${number(rows)}</output> / ${number(rows)} ${both(labels.rowsShown)}</span
      >
      <button type="reset">${both(labels.reset)}</button>
    </p>
  </form> `;
}

function groupOf({ name, legend, choices }: FilterGroup): Html {
  const boxes = choices.map(
    ({ value, label }) => html`<label><input type="checkbox" name="${name}" value="${value}" /> ${label}</label>`,
  );
  return html`<fieldset>
    <legend>${both(legend)}</legend>
    ${boxes}
  </fieldset> `;
}
