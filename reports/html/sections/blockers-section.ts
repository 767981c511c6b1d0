import { pointWords } from '../../points/point-words';
import type { Report, ReportBlocker, ReportBlockerExample } from '../../report';
import { countClauseGroups } from '../../text/clause-groups';
import { messages } from '../../text/messages';
import { amount, both, html, type Html } from '../html';

/** The first thing on the page: what blocks and what to do, or that nothing does; then how much of the law is known. */
export function blockersSection(report: Report): Html {
  const { blockers, findings } = report;
  const warned = findings.length - blockers.reduce((sum, { cause, count }) => sum + (cause === 'rule' ? count : 0), 0);
  const number = blockers.length === 1 ? messages.oneBlocks : messages.manyBlock;
  const list = html`<p class="failed">✘ ${amount(blockers.length)} ${both(number)}</p>
    <ol class="blockers">
      ${blockers.map(blockerItem)}
    </ol>`;
  const nothing = report.verdict === 'passed' ? html`<p class="passed">${both(messages.nothingBlocks)}</p>` : '';
  return html`<section id="blocks">
    <div>
      <h2>${both(messages.blocks)}</h2>
      ${blockers.length === 0 ? nothing : list} ${onlyAsWrittenPart(report.live, '#points')}
      ${warned > 0 ? html`<p><a href="#findings">${amount(warned)} ${both(messages.onlyWarnings)}</a></p>` : ''}
    </div>
    <div>${clauseGroupsPart(report)}</div>
  </section> `;
}

/** How many rules pass as written and don't hold where the assembly runs, with the way to them; nothing where nobody asked. */
export function onlyAsWrittenPart(live: Report['live'], to: string): Html {
  if (live === undefined || live.onlyAsWritten.length === 0) return html``;
  return html`<p class="failed">
    <a href="${to}">${both(pointWords.onlyAsWritten)}: ${amount(live.onlyAsWritten.length)}</a>
  </p>`;
}

function clauseGroupsPart(report: Report): Html {
  const groups = countClauseGroups(report);
  const all = groups.reduce((sum, { count }) => sum + count, 0);
  const rows = groups.map(
    ({ text, count }) => html`<li><strong>${amount(count)}</strong><span>${both(text)}</span></li>`,
  );
  return html`<h2>${both(messages.clausesKnown)}</h2>
    <ul class="groups">
      ${rows}
      <li><strong>${amount(all)}</strong><span>${both(messages.ofClauses)}</span></li>
    </ul>`;
}

function blockerItem({ cause, id, title, fix, count, examples }: ReportBlocker): Html {
  const places = count > 1 ? html` · ${amount(count)} ${both(messages.blockedPlaces)}` : '';
  const more =
    cause === 'rule' && count > examples.length
      ? html`<p><a href="#f-${id}">${both(messages.allOfRule)} (${amount(count)})</a></p>`
      : '';
  return html`<li>
    <p>
      <strong class="failed">✘ ${both(title)}</strong
      >${cause === 'integrity' || cause === 'bundle' ? '' : html`<br /><code>${id}</code>`}${places}
    </p>
    <ul>
      ${examples.map(exampleItem)}
    </ul>
    ${more}
    <p>${both(messages.toDo)}: ${both(fix)}</p>
  </li>`;
}

function exampleItem({ subject, where, got, want, place }: ReportBlockerExample): Html {
  const field = where === '' ? '' : html` · ${where}`;
  const wanted = want === '' ? '' : html` · ${both(messages.want)}: ${want}`;
  const line = place === '' || place === subject ? '' : html`<br />${both(messages.place)}: <code>${place}</code>`;
  return html`<li><code>${subject}</code>${field}<br />${both(messages.got)}: ${got}${wanted}${line}</li>`;
}
