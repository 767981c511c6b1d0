import type { AttestedSubject } from '../../../model/attestations/attestation';
import { isOpen } from '../../../model/attestations/due';
import {
  attestedKindTexts,
  attestedText,
  dutyStateTexts,
  outcomeTexts,
  partTexts,
  rhythmText,
} from '../../due/due-texts';
import { filters } from '../../html/filters';
import { both, day, html, type Html } from '../../html/html';
import { table } from '../../html/table';
import type { ReportClause, ReportDue } from '../../report';
import { messages } from '../../text/messages';
import { pagePath } from '../frame/addresses';
import { figure } from '../frame/figure';
import type { SiteIndex } from '../site-index';
import { dueWords as words } from '../../due/due-words';
import { controlLink } from './control-link';

/** Rows of duties on a page; the JSON report holds all. */
const DUTIES_MAX = 500;

/** What signed records say of a clause: somebody's word with a date, which no rule has verified. */
export function attestedCell({ attested }: ReportClause): Html {
  if (attested === undefined || attested.attested + attested.notMet + attested.overdue === 0)
    return both(words.noRecord);
  return both(attestedText(attested));
}

/** Every signed record whose signature holds, with the day on which it was done and the document it speaks of. */
export function attestationsPart(index: SiteIndex): Html {
  const { attestations } = index.report;
  const rows = attestations.map(
    ({ id, subject, control, part, doneOn, by, outcome, open, document, role }) =>
      html`<tr>
        <th scope="row">${controlLink(control, 'evidence.html', index)}${partOf(part)}</th>
        <td>${subjectLink(subject)}</td>
        <td>${day(doneOn)}</td>
        <td class="wide">${both(outcomeTexts[outcome])}${open.map((one) => html`<br />${one}`)}</td>
        <td>${by.name}<br />${role}</td>
        <td class="wide">${document.name}<br /><code>${document.digest}</code><br /><code>${id}</code></td>
      </tr> `,
  );
  const columns = [
    messages.citation,
    messages.subject,
    words.doneOn,
    words.outcome,
    words.attestedBy,
    words.attestedDocument,
  ];
  return html`<section id="attestations">
    <h2>${both(words.attestations)} (${figure(attestations.length, 'site:/attestations')})</h2>
    <p>${both(words.attestationNote)}</p>
    ${rows.length === 0 ? html`<p>${both(words.noRecord)}</p>` : table({ id: 'attestations-table', caption: words.attestations, columns, rows })}
  </section>`;
}

/** Duties whose day is past, or whose newest record says that something is open. */
export function openDutiesPart(index: SiteIndex): Html {
  const open = index.report.due.filter(({ state }) => isOpen(state));
  const columns = [messages.citation, messages.subject, messages.state, messages.dueDate, words.rhythm, messages.owner];
  const rows = open.slice(0, DUTIES_MAX).map((one) => dutyRow(one, index));
  return html`<section id="open-duties">
    <h2>${both(words.openDuties)} (${figure(open.length, 'site:/openDuties')})</h2>
    ${open.length > DUTIES_MAX ? html`<p>${both(words.firstDuties)}</p>` : ''} ${filters({ target: 'duties' })}
    <div data-filter="duties">
      ${rows.length === 0 ? html`<p>${both(words.noOpenDuties)}</p>` : table({ id: 'duties-table', caption: words.openDuties, columns, rows })}
    </div>
  </section>`;
}

function dutyRow({ control, subject, part, state, due, rhythm, owner }: ReportDue, index: SiteIndex): Html {
  return html`<tr>
    <th scope="row">${controlLink(control, 'evidence.html', index)}${partOf(part)}</th>
    <td>${subjectLink(subject)}</td>
    <td>${both(dutyStateTexts[state])}</td>
    <td>${due === undefined ? both(words.noDate) : day(due)}</td>
    <td>${both(rhythmText(rhythm))}</td>
    <td>${owner === undefined ? '–' : html`<code>${owner}</code>`}</td>
  </tr> `;
}

function partOf(part: ReportDue['part']): Html {
  return part === undefined ? html`` : html`<br />${both(partTexts[part])}`;
}

function subjectLink({ kind, id }: AttestedSubject): Html {
  return kind === 'system'
    ? html`<a href="${pagePath('systems', id)}"><code>${id}</code></a>`
    : html`${both(attestedKindTexts[kind])} ${kind === id ? '' : html`<code>${id}</code>`}`;
}
