import { crosswalkMarks, frameworkNames, type Crosswalk } from '../../../model/controls/crosswalk';
import type { ReportFile } from '../../define-format';
import { clauseLevelChoice, clauseStateChoice, filters, NO_LEVEL } from '../../html/filters';
import { both, day, html, type Html } from '../../html/html';
import { whereItRunsPart } from '../../html/sections/law-section';
import { table } from '../../html/table';
import { clauseStates, type ReportClause, type ReportInstrument } from '../../report';
import { markTexts, messages, stateTexts } from '../../text/messages';
import { countStates } from '../../count-states';
import { linkTo, pagePath } from '../frame/addresses';
import { figure } from '../frame/figure';
import type { TrailStep } from '../frame/site-page';
import { judgementCounts } from '../rows/judgement-counts';
import { ruleLink } from '../rows/subject-rows';
import type { SiteIndex } from '../site-index';
import { instrumentStatusTexts, words } from '../words';
import { attestedCell } from './attested-parts';

const listStep: TrailStep = { text: messages.law, to: 'law.html' };

/** The instruments, the clauses of each, and a page for each clause. */
export function* lawPages(index: SiteIndex): Generator<ReportFile> {
  yield lawPage(index);
  for (const [at, instrument] of index.report.instruments.entries()) {
    yield instrumentPage(instrument, at, index);
    for (const [position, clause] of instrument.clauses.entries()) {
      yield controlPage(clause, { instrument, at: `report:/instruments/${at}/clauses/${position}`, index });
    }
  }
}

function lawPage(index: SiteIndex): ReportFile {
  const rows = index.report.instruments.map(({ id, number, officialName, status, effectiveFrom, clauses }, at) => {
    const counts = index.figures.instruments[at] ?? countStates(clauses.map(({ state }) => state));
    const counted = clauseStates
      .filter((state) => counts[state] > 0)
      .map(
        (state) =>
          html`<div class="state s-${state}">
            ${both(stateTexts[state])}: ${figure(counts[state], `site:/instruments/${at}/${state}`)}
          </div>`,
      );
    return html`<tr>
      <th scope="row"><a href="${pagePath('law', id)}">${number}</a></th>
      <td class="wide">${both(officialName)}</td>
      <td>${both(instrumentStatusTexts[status])}</td>
      <td>${typeof effectiveFrom === 'string' ? day(effectiveFrom) : both(effectiveFrom.unknown)}</td>
      <td>${counted}</td>
    </tr>`;
  });
  const columns = [words.instrument, messages.name, words.status, messages.inForceFrom, words.clauseCount];
  const body = html`<p>${both(messages.honesty)}</p>
    ${filters({ target: 'instruments' })}
    <div data-filter="instruments">${table({ id: 'instruments-table', caption: messages.law, columns, rows })}</div>`;
  return index.page({ path: 'law.html', title: messages.law, trail: [], body });
}

function instrumentPage(instrument: ReportInstrument, at: number, index: SiteIndex): ReportFile {
  const { id, number, officialName, status, effectiveFrom, clauses } = instrument;
  const path = pagePath('law', id);
  const columns = [
    messages.citation,
    messages.requirement,
    messages.mark,
    messages.levels,
    messages.state,
    words.judgements,
  ];
  const rows = clauses.map((clause, position) => {
    const { levels, state, mark } = clause;
    return html`<tr data-state="${state}" data-level="${levels.length === 0 ? NO_LEVEL : levels.join(' ')}">
      <th scope="row">
        <a href="${linkTo(path, pagePath('controls', clause.id))}">${both(clause.citation)}</a><br /><code
          >${clause.id}</code
        >
      </th>
      <td class="wide">
        <strong>${both(clause.title)}.</strong>
        ${both(clause.requirement)}${clause.why === undefined ? '' : html`<br /><em>${both(clause.why)}</em>`}
      </td>
      <td>${both(markTexts[mark])}</td>
      <td>${levels.length === 0 ? both(messages.noLevels) : levels.join(', ')}</td>
      <td class="state s-${state}">${both(stateTexts[state])}${whereItRunsPart(clause.rules, index.report.live)}</td>
      <td>
        ${clause.rules.length === 0 ? both(words.noRuleAnswers) : judgementCounts(clause.counts, `report:/instruments/${at}/clauses/${position}/counts`)}
      </td>
    </tr> `;
  });
  const body = html`<p>${both(officialName)}</p>
    <p>
      ${both(instrumentStatusTexts[status])} · ${both(messages.inForceFrom)}:
      ${typeof effectiveFrom === 'string' ? day(effectiveFrom) : both(effectiveFrom.unknown)}
    </p>
    ${filters({ target: 'law', choices: [clauseStateChoice, clauseLevelChoice] })}
    <div data-filter="law">${table({ id: 'clauses', caption: { vi: number, en: number }, columns, rows })}</div>`;
  return index.page({ path, title: { vi: number, en: number }, trail: [listStep], body });
}

interface ControlPlace {
  readonly instrument: ReportInstrument;
  readonly at: `report:/${string}`;
  readonly index: SiteIndex;
}

function controlPage(clause: ReportClause, { instrument, at, index }: ControlPlace): ReportFile {
  const path = pagePath('controls', clause.id);
  const { id, citation, title, requirement, mark, levels, state, why, effectiveFrom } = clause;
  const body = html`<p>${both(citation)} · <code>${id}</code></p>
    <p>${both(requirement)}</p>
    <dl>
      <dt>${both(messages.state)}</dt>
      <dd class="state s-${state}">${both(stateTexts[state])}${whereItRunsPart(clause.rules, index.report.live)}</dd>
      ${
        why === undefined
          ? ''
          : html`<dt>${both(messages.why)}</dt>
              <dd>${both(why)}</dd>`
      }
      ${
        clause.attested === undefined
          ? ''
          : html`<dt>${both(words.recordHeld)}</dt>
              <dd>${attestedCell(clause)}</dd>`
      }
      <dt>${both(messages.mark)}</dt>
      <dd>${both(markTexts[mark])}</dd>
      <dt>${both(messages.levels)}</dt>
      <dd>${levels.length === 0 ? both(messages.noLevels) : levels.join(', ')}</dd>
      <dt>${both(messages.inForceFrom)}</dt>
      <dd>${typeof effectiveFrom === 'string' ? day(effectiveFrom) : both(effectiveFrom.unknown)}</dd>
      ${crosswalkPart(clause)}
      <dt>${both(words.judgements)}</dt>
      <dd>${judgementCounts(clause.counts, `${at}/counts`)}</dd>
    </dl>
    ${answersPart(clause, path, index)}`;
  const step = { text: { vi: instrument.number, en: instrument.number }, to: pagePath('law', instrument.id) };
  return index.page({ path, title, trail: [listStep, step], body });
}

/** Places in other frameworks, each with how far they were confirmed. */
function crosswalkPart({ crosswalk }: ReportClause): Html {
  const frameworks = Object.keys(frameworkNames) as (keyof Crosswalk)[];
  const known = frameworks.flatMap((framework) => {
    const places = crosswalk[framework] ?? [];
    if (places.length === 0) return [];
    const mark = markTexts[crosswalkMarks[framework]];
    return html`<div>${frameworkNames[framework]}: ${places.join(', ')} (${both(mark)})</div>`;
  });
  if (known.length === 0) return html``;
  return html`<dt>${both(words.crosswalk)}</dt>
    <dd>${known}</dd>`;
}

/** The rules that answer a clause, with what each said. */
function answersPart({ rules }: ReportClause, path: string, index: SiteIndex): Html {
  const rows = rules.flatMap((id) => {
    const at = index.report.rules.findIndex((one) => one.id === id);
    const rule = index.report.rules[at];
    if (rule === undefined) return [];
    return html`<tr>
      <th scope="row">${ruleLink(path, id, index)}</th>
      <td class="wide">${both(rule.title)}</td>
      <td>${judgementCounts(rule.counts, `report:/rules/${at}/counts`)}</td>
    </tr>`;
  });
  const columns = [messages.rule, messages.requirement, words.judgements];
  return html`<section id="answers">
    <h2>${both(words.answeredBy)}</h2>
    ${rows.length === 0 ? html`<p>${both(words.noRuleAnswers)}</p>` : table({ id: 'answers-table', caption: words.answeredBy, columns, rows })}
  </section>`;
}
