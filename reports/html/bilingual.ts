import type { Text } from '../../model/text';
import { formatNumber } from '../text/format-number';
import { labels } from '../text/labels';
import type { StateWord } from '../text/state-words';
import { html, type Html } from './template';

/** Texts longer than this are folded; the whole text stays in the page. */
const FOLD_LENGTH = 600;

/** How much of a folded text is shown. */
const SHOWN_LENGTH = 120;

/** A text in both languages; style shows the chosen one. Once only when both are the same. */
export function both({ vi, en }: Text): Html {
  if (vi === en) return html`${vi}`;
  return html`<span lang="vi">${vi}</span><span lang="en">${en}</span>`;
}

/** A number that a machine can read back, with each language's separators. */
export function number(value: number): Html {
  return html`<data value="${value}">${both(formatNumber(value))}</data>`;
}

/** A text of unknown length from the artifacts. */
export function artifactText(text: string): Html {
  if (text.length <= FOLD_LENGTH) return html`${text}`;
  const head = `${text.slice(0, SHOWN_LENGTH)}…`;
  const length = html`${number(text.length)} ${both(labels.characters)}`;
  return html`<details class="long">
    <summary>${head} <small>(${length})</small></summary>
    ${text}
  </details>`;
}

/** A state as sign and word; the name picks its color. */
export function badge(name: string, word: StateWord): Html {
  return html`<span class="badge ${name}"
    ><span class="sign" aria-hidden="true">${word.sign}</span> ${both(word)}</span
  >`;
}
