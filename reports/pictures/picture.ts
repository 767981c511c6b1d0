import type { Text } from '../../model/text';
import { both, html, label, type Html } from '../html/html';
import type { Drawing } from './grid-picture';

/** A drawing as it stands in a page. */
export interface Picture {
  /** Identity in the page. */
  readonly id: string;
  /** What it shows; who can't see it reads the table beside it. */
  readonly name: Text;
  /** How it is to be read, for who can't see it.
   * @default - its name says enough
   */
  readonly describe?: Text | undefined;
  readonly drawing: Drawing;
  /** @default - it explains itself */
  readonly legend?: Drawing;
}

/** Shows a drawing at its own size in a box that scrolls on narrow screens; on paper it shrinks to the page. */
export function picture({ id, name, describe, drawing, legend }: Picture): Html {
  const below = legend === undefined ? '' : html`<g transform="translate(4 ${drawing.height + 8})">${legend.body}</g>`;
  const described = describe === undefined ? '' : html`<desc id="${id}-desc">${both(describe)}</desc>`;
  const by = describe === undefined ? '' : html` aria-describedby="${id}-desc"`;
  const width = Math.max(drawing.width, legend?.width ?? 0);
  const height = drawing.height + (legend === undefined ? 0 : legend.height + 8);
  return html`<figure>
    <figcaption id="${id}-name">${both(name)}</figcaption>
    <div class="scroll" role="group" aria-labelledby="${id}-name" tabindex="0">
      <svg
        class="pic"
        width="${width}"
        height="${height}"
        viewBox="0 0 ${width} ${height}"
        role="img"
        ${label(name)}${by}
      >
        ${described}${drawing.body}${below}
      </svg>
    </div>
  </figure>`;
}
