import { attestedText } from '../../due/due-texts';
import type { Report, ReportClause, ReportInstrument } from '../../report';
import { clauseWhereItRuns } from '../../points/point-sums';
import { markTexts, messages, stateTexts } from '../../text/messages';
import { both, day, html, type Html } from '../html';
import { clauseLevelChoice, clauseStateChoice, filters, NO_LEVEL } from '../filters';
import { table } from '../table';

/** What is known of rules, in the assembly and where it runs. */
interface KnownRules {
  readonly counts: ReadonlyMap<string, Report['rules'][number]['counts']>;
  readonly live: Report['live'];
}

/** Every instrument with its clauses, their sources, states and rules; filtered by state, level and text. */
export function lawSection(report: Report): Html {
  const known: KnownRules = {
    counts: new Map(report.rules.map((rule) => [rule.id, rule.counts])),
    live: report.live,
  };
  return html`<section id="law">
    <h2>${both(messages.law)}</h2>
    <p>${both(messages.honesty)}</p>
    ${filters({ target: 'law', choices: [clauseStateChoice, clauseLevelChoice] })}
    <div data-filter="law">
      ${report.instruments
        .filter((instrument) => instrument.clauses.length > 0)
        .map((instrument) => instrumentPart(instrument, known))}
    </div>
  </section> `;
}

/** The clauses that no rule answers, with the reason: as important as the others. */
export function notCoveredSection({ instruments, live }: Report): Html {
  const open = new Set(['not-covered', 'in-part', 'evidence', 'procedure']);
  const clauses = instruments.flatMap((instrument) => instrument.clauses).filter((clause) => open.has(clause.state));
  const columns = [messages.citation, messages.requirement, messages.state, messages.why];
  const rows = clauses.map(
    (clause) =>
      html`<tr>
        <th scope="row">${both(clause.citation)}<br /><code>${clause.id}</code></th>
        <td class="wide">${both(clause.title)}</td>
        ${stateCell(clause, live)}
        <td class="wide">${clause.why === undefined ? '' : both(clause.why)} ${attestedPart(clause)}</td>
      </tr> `,
  );
  return html`<section id="not-covered">
    <h2>${both(messages.notCovered)}</h2>
    ${table({ id: 'not-covered-table', caption: messages.notCovered, columns, rows })}
  </section> `;
}

function instrumentPart(
  { id, number, officialName, effectiveFrom, clauses }: ReportInstrument,
  known: KnownRules,
): Html {
  const columns = [
    messages.citation,
    messages.requirement,
    messages.mark,
    messages.levels,
    messages.state,
    messages.rules,
  ];
  const caption = { vi: `${number} – ${officialName.vi}`, en: `${number} – ${officialName.en}` };
  return html`<section aria-labelledby="i-${id}">
    <h3 id="i-${id}">${both(caption)}</h3>
    <p>
      ${both(messages.inForceFrom)}:
      ${typeof effectiveFrom === 'string' ? day(effectiveFrom) : both(effectiveFrom.unknown)}
    </p>
    ${table({ id: `it-${id}`, caption, columns, rows: clauses.map((clause) => clauseRow(clause, known)) })}
  </section> `;
}

function clauseRow(clause: ReportClause, { counts, live }: KnownRules): Html {
  const { id, citation, title, requirement, mark, levels, state, rules } = clause;
  const answers = rules.map((rule) => {
    const { pass = 0, fail = 0, unknown = 0 } = counts.get(rule) ?? {};
    return html`<div>
      <a href="#r-${rule}"><code>${rule}</code></a> <span class="counts">✔ ${pass} ✘ ${fail} ? ${unknown}</span>
    </div>`;
  });
  return html`<tr data-state="${state}" data-level="${levels.length === 0 ? NO_LEVEL : levels.join(' ')}">
    <th scope="row">${both(citation)}<br /><code>${id}</code></th>
    <td class="wide"><strong>${both(title)}.</strong> ${both(requirement)}</td>
    <td>${both(markTexts[mark])}</td>
    <td>${levels.length === 0 ? both(messages.noLevels) : levels.join(', ')}</td>
    ${stateCell(clause, live)}
    <td class="wide">${answers}${clause.why === undefined ? '' : both(clause.why)} ${attestedPart(clause)}</td>
  </tr> `;
}

/** What signed records say of it. */
function attestedPart({ attested }: ReportClause): Html {
  return attested === undefined ? html`` : html`<p class="attested">${both(attestedText(attested))}</p>`;
}

function stateCell({ state, rules }: ReportClause, live: Report['live']): Html {
  return html`<td class="state s-${state}">${both(stateTexts[state])}${whereItRunsPart(rules, live)}</td>`;
}

/** What clusters say against the rules of a clause, beside its state; nothing where they don't. */
export function whereItRunsPart(rules: readonly string[], live: Report['live']): Html {
  const found = clauseWhereItRuns(live, rules);
  if (found === undefined) return html``;
  return html`<div class="s-fails">${both(found.text)} (${found.rules.length})</div>`;
}
