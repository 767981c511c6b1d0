import type { Text } from '../../model/text';
import { html, type Html } from '../html/html';
import { rowId } from '../text/row-id';

/** Where a text of a picture stands, and how. */
export interface TextPlace {
  readonly x: number;
  readonly y: number;
  /** Classes of its style.
   * @default - none
   */
  readonly style?: string;
  /** Degrees around its place, to the right.
   * @default 0
   */
  readonly turn?: number;
  /** The most letters that are shown; its title has more of it, and a table beside the picture all.
   * @default - those of a name
   */
  readonly letters?: number;
}

/** The most letters of a name. */
const NAME_LETTERS = 34;

/** What the widest common letters take, in pixels of the 12 pixel font. */
const LETTER_WIDTH = 6.9;

/** A text in both languages at one place of a picture; the page shows one of them. */
export function svgText({ vi, en }: Text, place: TextPlace): Html {
  const { x, y, style = '', turn = 0, letters = NAME_LETTERS } = place;
  const turned = turn === 0 ? '' : html` transform="rotate(${turn} ${x} ${y})"`;
  const classes = style === '' ? '' : html` class="${style}"`;
  const one = (text: string, lang: Html | string): Html => {
    const short = shortened(text, letters);
    const title = short === text ? '' : html`<title>${rowId(text)}</title>`;
    return html`<text x="${x}" y="${y}" ${lang}${classes}${turned}>${short}${title}</text>`;
  };
  return vi === en ? one(vi, '') : html`${one(vi, html`lang="vi"`)}${one(en, html`lang="en"`)}`;
}

/** How wide the longest of some labels may be, in pixels. */
export function labelWidth(labels: readonly Text[], letters = NAME_LETTERS): number {
  const lengths = labels.flatMap(({ vi, en }) => [vi, en]).map((text) => [...shortened(text, letters)].length);
  return Math.ceil(Math.max(0, ...lengths) * LETTER_WIDTH);
}

function shortened(text: string, most: number): string {
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`;
}
