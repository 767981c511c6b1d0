import type { Text } from '../../model/text';
import { messages } from '../text/messages';
import { both, html, type Html } from './html';

/** Controls that filter the rows of one part of the page; hidden until the script works. */
export interface Filters {
  /** The part's `data-filter`. */
  readonly target: string;
  /** States to choose from.
   * @default - the rows have no states
   */
  readonly states?: readonly { readonly value: string; readonly text: Text }[];
}

/** Renders the controls, with a count that is read aloud when it changes. */
export function filters({ target, states = [] }: Filters): Html {
  const options = states.map(({ value, text }) => html`<option value="${value}">${text.vi} / ${text.en}</option>`);
  const choice = html`<label
    >${both(messages.filterState)}<select>
      <option value="">${messages.everyState.vi} / ${messages.everyState.en}</option>
      ${options}
    </select></label
  >`;
  return html`<form class="filters" data-for="${target}" hidden>
    <label>${both(messages.filter)}<input type="search" /></label>${states.length === 0 ? '' : choice}<output
      aria-live="polite"
      ><b></b> ${both(messages.shown)}</output
    >
  </form> `;
}
