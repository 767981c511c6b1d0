import { sectionTitles, type SectionId } from '../text/labels';
import { both } from './bilingual';
import { html, type Content, type Html } from './template';

/** A section of the page under its heading. */
export function section(id: SectionId, ...content: readonly Content[]): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${both(sectionTitles[id])}</h2>
    ${content}
  </section> `;
}
