import { html, type Html } from '../../html/html';
import { linkTo, pagePath } from '../frame/addresses';
import type { SiteIndex } from '../site-index';

/** The way to a clause by its id; the id alone where the catalogue doesn't have it. */
export function controlLink(control: string, path: string, index: SiteIndex): Html {
  return index.tryClause(control) !== undefined
    ? html`<a href="${linkTo(path, pagePath('controls', control))}"><code>${control}</code></a>`
    : html`<code>${control}</code>`;
}
