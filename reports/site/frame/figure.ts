import { amount, html, type Html } from '../../html/html';

/** Where a number stands in JSON: a pointer (RFC 6901) into `report.json` or into the site's `figures.json`. */
export type FigurePlace = `report:/${string}` | `site:/${string}`;

/** A number with the place that it comes from, so that anyone can hold the page against the JSON. */
export function figure(value: number, place: FigurePlace): Html {
  return html`<data value="${value}" data-of="${place}">${amount(value)}</data>`;
}
