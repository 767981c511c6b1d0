import { points } from '../../../policies/engine/points/points';
import type { Text } from '../../../model/text';
import type {
  AdmissionResult,
  DepartedObject,
  LiveReport,
  PointFinding,
  PointResult,
  RulePoints,
} from '../../points/live-report';
import { pointFindingColumns } from '../../points/point-columns';
import { examplesOf, verdictsText, worst } from '../../points/point-sums';
import {
  departureTexts,
  pointStateTexts,
  pointWords as words,
  standingTexts,
  unseenTexts,
} from '../../points/point-words';
import type { Report } from '../../report';
import { messages } from '../../text/messages';
import { pointTexts } from '../../trace/text/trace-words';
import { filters, pointStateChoice } from '../filters';
import { amount, both, day, html, type Html } from '../html';
import { table } from '../table';
import { rowId } from '../../text/row-id';

/** Rows of departed objects and of findings that the page holds; the JSON file holds all. */
const SHOWN_MAX = 200;

/** What clusters say of every rule: first what passes as written and doesn't hold where it runs; nothing where none was asked. */
export function pointsSection({ live }: Pick<Report, 'live'>): Html {
  if (live === undefined) return html``;
  const columns = [messages.rule, ...points.map((point) => pointTexts[point])];
  const first = new Set([...live.onlyAsWritten, ...live.untold]);
  const rows = [
    ...live.rules.filter(({ rule }) => first.has(rule)),
    ...live.rules.filter(({ rule }) => !first.has(rule)),
  ]
    .toSorted((a, b) => RANKS[worst(a)] - RANKS[worst(b)])
    .map(ruleRow);
  return html`<section id="points">
    <h2>${both(words.title)}</h2>
    <p>${both(words.note)}</p>
    ${askedPart(live)}${rulesPart(live)} ${filters({ target: 'points', choices: [pointStateChoice] })}
    <div data-filter="points">${table({ id: 'points-table', caption: words.title, columns, rows })}</div>
    ${departedPart(live.departed)}${findingsPart(live.findings)}
  </section> `;
}

const RANKS = { fails: 0, unknown: 1, well: 2 } as const;

function askedPart(live: LiveReport): Html {
  const { clusters, unreached, leftOut, compared, equal, departed } = live;
  const away = unreached.map(({ cluster, why }) => html`<div>? ${cluster}: ${why}</div>`);
  return html`<dl>
      <dt>${both(words.askedOn)}</dt>
      <dd>${day(live.day)}</dd>
      <dt>${both(words.asked)}</dt>
      <dd>${clusters.join(', ')}</dd>
      ${
        away.length === 0
          ? ''
          : html`<dt>${both(words.unreached)}</dt>
              <dd>${away}</dd>`
      }
      ${
        leftOut.length === 0
          ? ''
          : html`<dt>${both(words.leftOut)}</dt>
              <dd>${leftOut.join(', ')}</dd>`
      }
    </dl>
    <ul class="tiles live">
      <li><b>${amount(compared)}</b>${both(words.compared)}</li>
      <li><b>${amount(equal)}</b>${both(words.equal)}</li>
      <li><b>${amount(departed.length)}</b>${both(words.departedCount)}</li>
    </ul>`;
}

function rulesPart({ onlyAsWritten, untold }: LiveReport): Html {
  const list = (ids: readonly string[]): Html =>
    html`<ul>
      ${ids.map(
        (id) =>
          html`<li>
            <a href="#r-${id}"><code>${id}</code></a>
          </li>`,
      )}
    </ul>`;
  return html`${
    onlyAsWritten.length === 0
      ? html`<p>${both(words.noneOnlyAsWritten)}</p>`
      : html`<h3 class="failed">${both(words.onlyAsWritten)}: ${amount(onlyAsWritten.length)}</h3>
          ${list(onlyAsWritten)}`
  }${
    untold.length === 0
      ? ''
      : html`<h3>${both(words.untold)}: ${amount(untold.length)}</h3>
          ${list(untold)}`
  }`;
}

function ruleRow(rule: RulePoints): Html {
  const states = [...new Set([rule.plan.state, rule.admission.state, rule.live.state])].join(' ');
  return html`<tr data-state="${states}">
    <th scope="row">
      <a href="#r-${rule.rule}"><code>${rule.rule}</code></a>
    </th>
    ${points.map((point) => html`<td class="s-${rule[point].state}">${pointPart(rule[point])}</td>`)}
  </tr> `;
}

/** What a point says, in words and signs, with its counts and why it says no more. */
export function pointPart(result: PointResult | AdmissionResult): Html {
  const { state, why, counts, unseen } = result;
  const numbers = verdictsText(counts);
  return html`<strong>${both(pointStateTexts[state])}</strong>${
      numbers === '' ? '' : html`<div class="counts">${numbers}</div>`
    }${unseen.map(
      ({ cause, count }) => html`<div>${amount(count)} ${both(words.unseen)}: ${both(unseenTexts[cause])}</div>`,
    )}${'standings' in result ? admissionPart(result) : ''}${why === undefined ? '' : html`<div>${both(why)}</div>`}`;
}

function admissionPart(result: AdmissionResult): Html {
  const wrong = result.standings.filter(({ standing }) => standing !== 'enforced');
  const asked = examplesOf(result);
  const silent = new Map(result.standings.flatMap(({ notAsked: why }) => (why === undefined ? [] : [[why.en, why]])));
  const answers = (['refused', 'refusedByOther', 'untried', 'letIn'] as const).filter((key) => asked[key] > 0);
  return html`${wrong.map(
    ({ cluster, standing, reasons }) =>
      html`<div>
        ${rowId(cluster)}: ${both(standingTexts[standing])}${reasons.length === 0 ? '' : `: ${reasons.join('; ')}`}
      </div>`,
  )}${answers.map((key) => html`<div>${amount(asked[key])} ${both(words[key])}</div>`)}${[...silent.values()].map(
    (why) => html`<div>${both(pointStateTexts['not-asked'])}: ${both(why)}</div>`,
  )}`;
}

function departedPart(departed: readonly DepartedObject[]): Html {
  if (departed.length === 0) return html``;
  const rows = departed.slice(0, SHOWN_MAX).map(
    ({ id, kind, fields }) =>
      html`<tr>
        <td><code>${id}</code></td>
        <td>${both(departureTexts[kind])}</td>
        <td>${fields.join(', ')}</td>
      </tr>`,
  );
  const columns = [messages.subject, messages.state, words.fields];
  return html`<h3>${both(words.departed)}</h3>
    ${table({ id: 'departed', caption: words.departed, columns, rows })}${morePart(departed.length - rows.length, words.moreObjects)}`;
}

function findingsPart(findings: readonly PointFinding[]): Html {
  if (findings.length === 0) return html``;
  const rows = findings.slice(0, SHOWN_MAX).map(
    ({ rule, point, verdict, subject, where, got, want }) =>
      html`<tr>
        <td><code>${rule}</code></td>
        <td>${both(pointTexts[point])}</td>
        <td class="state s-fails">${both(messages[verdict])}</td>
        <td><code>${subject}</code></td>
        <td>${where}</td>
        <td>${got}</td>
        <td>${want}</td>
      </tr>`,
  );
  return html`<h3>${both(words.findings)}</h3>
    <p>${both(messages.machineWords)}</p>
    ${table({ id: 'point-findings', caption: words.findings, columns: pointFindingColumns, rows })}${morePart(findings.length - rows.length, messages.moreFindings)}`;
}

function morePart(rest: number, text: Text): Html {
  return rest > 0 ? html`<p>${amount(rest)} ${both(text)}</p>` : html``;
}
