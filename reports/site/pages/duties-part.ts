import type { AttestedSubject } from '../../../model/attestations/attestation';
import { dutyStates } from '../../../model/attestations/due';
import { dutyStateTexts, partTexts, rhythmText } from '../../due/due-texts';
import { dueWords } from '../../due/due-words';
import { both, day, html, type Html } from '../../html/html';
import { table } from '../../html/table';
import type { ReportDue } from '../../report';
import { messages } from '../../text/messages';
import { hasDayOrRecord } from '../figures/duty-figures';
import { figure } from '../frame/figure';
import type { SiteIndex } from '../site-index';
import { words } from '../words';
import { controlLink } from './control-link';

/**
 * What people must answer for a thing, on its own page: how many duties are in which state, and each that has a day or a
 * record. Nothing where it has no duty.
 */
export function dutiesPart(subject: AttestedSubject, path: string, index: SiteIndex): Html {
  const found = index.tryDuties(subject);
  if (found === undefined) return html``;
  const { figures, at, duties } = found;
  const counts = dutyStates
    .filter((state) => figures.states[state] > 0)
    .map(
      (state) =>
        html`<li>
          <b>${figure(figures.states[state], `site:/duties/${at}/states/${state}`)}</b>${both(dutyStateTexts[state])}
        </li>`,
    );
  const rows = duties.filter(hasDayOrRecord).map((one) => dutyRow(one, path, index));
  const columns = [messages.citation, messages.state, messages.dueDate, dueWords.rhythm];
  return html`<section id="duties">
    <h2>${both(dueWords.duties)}</h2>
    <p>${both(words.datedDutiesNote)}</p>
    <ul class="tiles">
      ${counts}
    </ul>
    ${rows.length === 0 ? '' : table({ id: 'duties-table', caption: words.datedDuties, columns, rows })}
  </section>`;
}

function dutyRow({ control, part, state, due, rhythm }: ReportDue, path: string, index: SiteIndex): Html {
  const title = index.tryClause(control)?.title;
  return html`<tr>
    <th scope="row">
      ${title === undefined ? '' : html`${both(title)}<br />`}${controlLink(control, path, index)}${part === undefined ? '' : html`<br />${both(partTexts[part])}`}
    </th>
    <td>${both(dutyStateTexts[state])}</td>
    <td>${due === undefined ? both(dueWords.noDate) : day(due)}</td>
    <td>${both(rhythmText(rhythm))}</td>
  </tr> `;
}
