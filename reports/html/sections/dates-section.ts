import type { Report, ReportDate } from '../../report';
import { daysText } from '../../text/days-text';
import { markTexts, messages } from '../../text/messages';
import { both, day, html, type Html } from '../html';
import { table } from '../table';

/** The dates that the law sets, with the days that are left on the day of evaluation. */
export function datesSection({ dates }: Report): Html {
  const columns = [messages.dueDate, messages.daysLeft, messages.citation, messages.requirement, messages.mark];
  return html`<section id="dates">
    <h2>${both(messages.dates)}</h2>
    <p>${both(messages.datesNote)}</p>
    ${table({ id: 'dates-table', caption: messages.dates, columns, rows: dates.map(dateRow) })}
  </section> `;
}

function dateRow({ control, citation, title, mark, date, yearly, days }: ReportDate): Html {
  return html`<tr>
    <th scope="row">${day(date)}${yearly ? html` (${both(messages.yearly)})` : ''}</th>
    <td>${both(daysText(days))}</td>
    <td>${both(citation)}<br /><code>${control}</code></td>
    <td class="wide">${both(title)}</td>
    <td>${both(markTexts[mark])}</td>
  </tr> `;
}
