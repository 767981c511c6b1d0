import { dossierDates } from '../../../model/tenancy/dossier-dates';
import type { ReportFile } from '../../define-format';
import { clauseLevelChoice, filters, NO_LEVEL, type Choice } from '../../html/filters';
import { both, day, html, type Html } from '../../html/html';
import { table } from '../../html/table';
import type { ClauseState, ReportClause } from '../../report';
import { daysText } from '../../text/days-text';
import { markTexts, messages, stateTexts } from '../../text/messages';
import { pagePath } from '../frame/addresses';
import { figure } from '../frame/figure';
import { dossierMark } from '../frame/marks';
import type { SiteIndex } from '../site-index';
import { words } from '../words';
import { attestationsPart, attestedCell, openDutiesPart } from './attested-parts';
import { controlLink } from './control-link';

/** The states of clauses that rules leave open, whole or in part. */
const openStates = ['not-covered', 'evidence', 'procedure', 'in-part', 'not-applicable'] as const;

const openChoice: Choice = {
  name: 'state',
  label: messages.filterState,
  every: messages.everyState,
  options: openStates.map((value) => ({ value, text: stateTexts[value] })),
};

/** What is not covered, and why: as easy to reach as what is. */
export function notCoveredPage(index: SiteIndex): ReportFile {
  const { report } = index;
  const tiles = openStates.map(
    (state) =>
      html`<li>
        <b>${figure(report.clauseStates[state], `report:/clauseStates/${state}`)}</b>${both(stateTexts[state])}
      </li>`,
  );
  const columns = [
    messages.citation,
    messages.requirement,
    messages.levels,
    messages.mark,
    messages.state,
    messages.why,
  ];
  const body = html`<ul class="tiles">
      ${tiles}
    </ul>
    ${filters({ target: 'open', choices: [openChoice, clauseLevelChoice] })}
    <div data-filter="open">
      ${table({ id: 'open-table', caption: messages.notCovered, columns, rows: clausesIn(index, openStates).map(openRow) })}
    </div>`;
  return index.page({ path: 'not-covered.html', title: messages.notCovered, trail: [], body });
}

function clausesIn({ report }: SiteIndex, states: readonly ClauseState[]): readonly ReportClause[] {
  return report.instruments.flatMap(({ clauses }) => clauses.filter(({ state }) => states.includes(state)));
}

function openRow({ id, citation, title, levels, mark, state, why }: ReportClause): Html {
  return html`<tr data-state="${state}" data-level="${levels.length === 0 ? NO_LEVEL : levels.join(' ')}">
    <th scope="row"><a href="${pagePath('controls', id)}">${both(citation)}</a></th>
    <td class="wide">${both(title)}</td>
    <td>${levels.length === 0 ? both(messages.noLevels) : levels.join(', ')}</td>
    <td>${both(markTexts[mark])}</td>
    <td class="state s-${state}">${both(stateTexts[state])}</td>
    <td class="wide">${why === undefined ? '' : both(why)}</td>
  </tr> `;
}

/** How fresh what people must show is: dates of the law, exceptions, dossiers, and the clauses that ask for a record. */
export function evidencePage(index: SiteIndex): ReportFile {
  const body = html`${expiryPart(index)}${datesPart(index)}${openDutiesPart(index)}${attestationsPart(index)}${dossiersPart(index)}${recordsPart(index)}`;
  return index.page({ path: 'evidence.html', title: words.evidence, trail: [], body });
}

function expiryPart({ report, source }: SiteIndex): Html {
  const rows = source.view.model.exceptions.map(
    ({ id, policy, reason, approver, from, expires }) =>
      html`<tr>
        <th scope="row">${id}</th>
        <td><code>${policy}</code></td>
        <td>${day(from)}</td>
        <td>${day(expires)}</td>
        <td class="wide">${reason}</td>
        <td>${approver}</td>
      </tr>`,
  );
  const columns = [messages.exception, messages.rule, words.from, words.until, words.reason, words.approver];
  return html`<section id="expiry">
    <h2>${both(words.exceptionExpiry)}</h2>
    <p>
      ${report.validThrough === undefined ? both(words.noExpiry) : html`${both(words.validThrough)} ${day(report.validThrough)}.`}
    </p>
    ${rows.length === 0 ? html`<p>${both(messages.noExceptions)}</p>` : table({ id: 'expiry-table', caption: words.exceptionExpiry, columns, rows })}
  </section>`;
}

function datesPart(index: SiteIndex): Html {
  const columns = [messages.dueDate, messages.daysLeft, messages.citation, messages.requirement, messages.mark];
  const rows = index.report.dates.map(
    ({ control, citation, title, mark, date, yearly, days }) =>
      html`<tr>
        <th scope="row">${day(date)}${yearly ? html` (${both(messages.yearly)})` : ''}</th>
        <td>${both(daysText(days))}</td>
        <td>${both(citation)}<br />${controlLink(control, 'evidence.html', index)}</td>
        <td class="wide">${both(title)}</td>
        <td>${both(markTexts[mark])}</td>
      </tr> `,
  );
  return html`<section id="dates">
    <h2>${both(messages.dates)}</h2>
    <p>${both(messages.datesNote)}</p>
    ${table({ id: 'dates-table', caption: messages.dates, columns, rows })}
  </section>`;
}

/** The declared date of the latest step of each dossier. */
function dossiersPart(index: SiteIndex): Html {
  const rows = index.source.view.model.systems.map(({ id, officialName, dossier }) => {
    const dates = dossierDates.map(({ field }) => dossier[field]).filter((one) => one !== undefined);
    const last = dates.toSorted().at(-1);
    return html`<tr>
      <th scope="row"><a href="${pagePath('systems', id)}">${both(officialName)}</a><br /><code>${id}</code></th>
      <td>${dossierMark(dossier.state)}</td>
      <td>${last === undefined ? both(words.noDate) : day(last)}</td>
    </tr> `;
  });
  const columns = [messages.systems, messages.dossier, words.lastDate];
  return html`<section id="dossiers">
    <h2>${both(words.dossierDates)}</h2>
    ${filters({ target: 'dossiers' })}
    <div data-filter="dossiers">${table({ id: 'dossiers-table', caption: words.dossierDates, columns, rows })}</div>
  </section>`;
}

function recordsPart(index: SiteIndex): Html {
  const rows = clausesIn(index, ['evidence', 'procedure', 'in-part']).map(
    (clause) =>
      html`<tr>
        <th scope="row"><a href="${pagePath('controls', clause.id)}">${both(clause.citation)}</a></th>
        <td class="wide">${both(clause.title)}</td>
        <td class="state s-${clause.state}">${both(stateTexts[clause.state])}</td>
        <td>${attestedCell(clause)}</td>
        <td class="wide">${clause.why === undefined ? '' : both(clause.why)}</td>
        <td>${both(markTexts[clause.mark])}</td>
      </tr> `,
  );
  const columns = [
    messages.citation,
    messages.requirement,
    messages.state,
    words.recordHeld,
    messages.why,
    messages.mark,
  ];
  return html`<section id="records">
    <h2>${both(words.clausesToRecord)}</h2>
    <p>${both(words.recordNote)}</p>
    ${filters({ target: 'records' })}
    <div data-filter="records">${table({ id: 'records-table', caption: words.clausesToRecord, columns, rows })}</div>
  </section>`;
}
