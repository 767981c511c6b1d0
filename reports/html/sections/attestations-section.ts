import type { AttestedSubject } from '../../../model/attestations/attestation';
import { dutyStates } from '../../../model/attestations/due';
import { citationTexts } from '../../report-law';
import { findControl } from '../../../model/controls/control';
import { attestedKindTexts, dutyStateTexts, outcomeTexts, partTexts, rhythmText } from '../../due/due-texts';
import { clauseDutyColumns, recordColumns, toActOnColumns } from '../../due/due-columns';
import { dueWords as words } from '../../due/due-words';
import { countDuties, dutiesByClause, dutiesToActOn, isDueSoon, type ClauseDuties } from '../../due/duty-groups';
import { newestRecords, standingText, type CountedRecord } from '../../due/record-standing';
import type { Report, ReportDue } from '../../report';
import { markTexts, messages } from '../../text/messages';
import { filters, type Choice } from '../filters';
import { amount, both, day, html, type Html } from '../html';
import { table } from '../table';
import { rowId } from '../../text/row-id';

/** Rows of records and of duties that the page holds; the tables as CSV hold all. */
const ROWS_MAX = 500;

const dutyChoice: Choice = {
  name: 'state',
  label: words.filterDuty,
  every: messages.everyState,
  options: [
    ...dutyStates.map((state) => ({ value: state, text: dutyStateTexts[state] })),
    { value: 'soon', text: words.dueSoon },
  ],
};

/** What people sign instead of a rule: the records that hold, the duties to act on one by one, and all of them by clause. */
export function attestationsSection(report: Report): Html {
  const { due, today } = report;
  const counts = countDuties(due, today);
  const tile = (number: number, text: { vi: string; en: string }): Html =>
    html`<li><b>${amount(number)}</b>${both(text)}</li>`;
  return html`<section id="attestations">
    <h2>${both(words.duties)}</h2>
    <p>${both(words.dutiesNote)}</p>
    <ul class="tiles">
      ${tile(counts.all, words.allDuties)} ${dutyStates.map((state) => tile(counts[state], dutyStateTexts[state]))}
      ${tile(counts.soon, words.dueSoon)}
    </ul>
    ${recordsPart(report)}
    <h3>${both(words.toActOn)}</h3>
    ${filters({ target: 'duties', choices: [dutyChoice] })}
    <div data-filter="duties">${toActOnPart(report)} ${byClausePart(report)}</div>
  </section> `;
}

function recordsPart(report: Report): Html {
  const { attestations } = report;
  const newest = newestRecords(report).slice(0, ROWS_MAX);
  const rest = attestations.length - newest.length;
  const records = table({
    id: 'records-table',
    caption: words.attestations,
    columns: recordColumns,
    rows: newest.map(recordRow),
  });
  return html`<h3>${both(words.attestations)} (<span class="record-count">${amount(attestations.length)}</span>)</h3>
    <p>${both(words.attestationNote)}</p>
    ${
      newest.length === 0
        ? html`<p>${both(words.noRecord)}</p>`
        : html`${filters({ target: 'records' })}
            <div data-filter="records">${records}</div>`
    }
    ${rest > 0 ? html`<p>${amount(rest)} ${both(words.moreRecords)}</p>` : ''}`;
}

function recordRow({ record, standing }: CountedRecord): Html {
  const { id, control, subject, part, doneOn, outcome, open, by, signer, role, keys = [], document } = record;
  return html`<tr>
    <th scope="row">${clause(control)}${halfOf(part)}</th>
    <td>${subjectOf(subject)}</td>
    <td>${day(doneOn)}</td>
    <td class="wide">${both(outcomeTexts[outcome])}${open.map((one) => html`<br />${one}`)}</td>
    <td>${both(standingText(standing))}</td>
    <td>${by.name}<br />${signer}: ${role}</td>
    <td class="wide">${keys.map((key) => html`<code>${key}</code> `)}</td>
    <td class="wide">${document.name}<br /><code>${document.digest}</code><br /><code>${id}</code></td>
  </tr> `;
}

function toActOnPart({ due, today }: Report): Html {
  const all = dutiesToActOn(due, today);
  if (all.length === 0) return html`<p>${both(words.noneToActOn)}</p>`;
  const rows = all.slice(0, ROWS_MAX).map((row) => dutyRow(row, today));
  const rest = all.length - rows.length;
  return html`${table({ id: 'duties-table', caption: words.toActOn, columns: toActOnColumns, rows })}
  ${rest > 0 ? html`<p>${amount(rest)} ${both(words.moreDuties)}</p>` : ''}`;
}

function dutyRow(row: ReportDue, today: string): Html {
  const { control, subject, part, state, due, rhythm, owner } = row;
  const soon = isDueSoon(row, today);
  return html`<tr data-state="${state}${soon ? ' soon' : ''}">
    <th scope="row">${clause(control)}${halfOf(part)}</th>
    <td>${subjectOf(subject)}</td>
    <td>${both(dutyStateTexts[state])}${soon ? html`<br />${both(words.dueSoon)}` : ''}</td>
    <td>${due === undefined ? both(words.noDate) : day(due)}</td>
    <td>${both(rhythmText(rhythm))}</td>
    <td>${owner === undefined ? '–' : html`<code>${rowId(owner)}</code>`}</td>
  </tr> `;
}

function byClausePart({ due, today }: Report): Html {
  const rows = dutiesByClause(due, today).map(clauseRow);
  return html`<p>${both(words.byClauseNote)}</p>
    ${table({ id: 'clause-duties-table', caption: words.dutiesByClause, columns: clauseDutyColumns, rows })}`;
}

function clauseRow({ control, counts }: ClauseDuties): Html {
  const states = ([...dutyStates, 'soon'] as const).filter((state) => counts[state] > 0);
  const numbers = [counts.all, ...dutyStates.map((state) => counts[state]), counts.soon];
  return html`<tr data-state="${states.join(' ')}">
    <th scope="row">${clause(control)}</th>
    <td>${both(findControl(control).title)}</td>
    ${numbers.map((one) => html`<td class="number">${amount(one)}</td>`)}
  </tr> `;
}

/** A clause, and how well its source is known. */
function clause(id: ReportDue['control']): Html {
  const control = findControl(id);
  return html`${both(citationTexts(control))}<br /><code>${id}</code> · ${both(markTexts[control.mark])}`;
}

function halfOf(part: ReportDue['part']): Html {
  return part === undefined ? html`` : html`<br />${both(partTexts[part])}`;
}

function subjectOf({ kind, id }: AttestedSubject): Html {
  return html`${both(attestedKindTexts[kind])}${kind === id ? '' : html` <code>${rowId(id)}</code>`}`;
}
