import type { ReportFile } from '../../define-format';
import { dueWords } from '../../due/due-words';
import { historyLink } from '../../history/history-link';
import { amount, both, day, html, type Html } from '../../html/html';
import { table } from '../../html/table';
import { clauseStates, type ReportBlocker } from '../../report';
import { daysText } from '../../text/days-text';
import { messages, stateTexts, verdictCountTexts } from '../../text/messages';
import { declaredStatuses } from '../figures/declared-status';
import { verifiedStatuses } from '../figures/verified-status';
import { pagePath } from '../frame/addresses';
import { figure, type FigurePlace } from '../frame/figure';
import { bothMarks, declaredMark, verifiedMark } from '../frame/marks';
import { provinceMap } from '../grid/province-map';
import { ruleLink } from '../rows/subject-rows';
import { judgementCounts } from '../rows/judgement-counts';
import type { SiteIndex } from '../site-index';
import { tenantKinds, tenantKindTexts, words } from '../words';
import { livePart } from './live-parts';

/** The first page: the numbers, what blocks, what is declared beside what is verified, what people must do, the provinces, the digests. */
export function indexPage(index: SiteIndex): ReportFile {
  const body = html`${historyPart(index)}${numbersPart(index)}${blockersPart(index)}${livePart(index)}${declaredOnlyPart(index)}${attentionPart(index)}
    <section id="provinces">
      <h2>${both(words.grid)}</h2>
      <p>${both(words.gridNote)}</p>
      ${provinceMap(index, legendPart())}
    </section>
    ${kindsPart(index)}${recordPart(index)}`;
  return index.page({ path: 'index.html', title: words.overview, trail: [], body });
}

function historyPart({ source: { since } }: SiteIndex): Html {
  return since === undefined ? html`` : historyLink(since, '../');
}

function blockersPart(index: SiteIndex): Html {
  const { blockers, verdict, findings } = index.report;
  const warned = findings.length - blockers.reduce((sum, { cause, count }) => sum + (cause === 'rule' ? count : 0), 0);
  const nothing = verdict === 'passed' ? html`<p class="passed">${both(messages.nothingBlocks)}</p>` : '';
  return html`<section id="blocks-part">
    <h2>${both(messages.blocks)}</h2>
    ${
      blockers.length === 0
        ? nothing
        : html`<ol class="blockers">
            ${blockers.map((one) => blockerItem(one, index))}
          </ol>`
    }
    ${warned > 0 ? html`<p><a href="findings.html">${amount(warned)} ${both(messages.onlyWarnings)}</a></p>` : ''}
  </section>`;
}

function blockerItem({ cause, id, title, fix, count }: ReportBlocker, index: SiteIndex): Html {
  const where =
    cause === 'rule' ? ruleLink('index.html', id, index) : html`<a href="findings.html"><code>${id}</code></a>`;
  return html`<li>
    <p>
      <strong class="failed">✘ ${both(title)}</strong><br />${where} · ${amount(count)} ${both(messages.blockedPlaces)}
    </p>
    <p>${both(messages.toDo)}: ${both(fix)}</p>
  </li>`;
}

/** Dates that the first page shows; the page of evidence has all. */
const DATES_MAX = 3;

/** What people must do: duties that are open, and the next dates that the law sets. */
function attentionPart({ report, figures }: SiteIndex): Html {
  const dates = report.dates.filter(({ days }) => days >= 0).slice(0, DATES_MAX);
  const items = dates.map(
    ({ control, date, days, title }) =>
      html`<li>
        ${day(date)} (${both(daysText(days))}): <a href="${pagePath('controls', control)}">${both(title)}</a>
      </li>`,
  );
  const open =
    figures.openDuties === 0
      ? html`<p>${both(dueWords.noOpenDuties)}</p>`
      : html`<p>
          <a href="evidence.html#open-duties"
            >${both(dueWords.openDuties)}: ${figure(figures.openDuties, 'site:/openDuties')}</a
          >
        </p>`;
  return html`<section id="attention">
    <h2>${both(words.attention)}</h2>
    ${open}
    ${
      items.length === 0
        ? ''
        : html`<p>${both(words.nextDates)}</p>
            <ul>
              ${items}
            </ul>
            <p><a href="evidence.html#dates">${both(words.allDates)}</a></p>`
    }
  </section>`;
}

function legendPart(): Html {
  const declared = (['green', 'yellow', 'red'] as const).map((one) => html`${declaredMark(one)} `);
  const verified = (['holds', 'fails', 'unknown', 'excepted'] as const).map((one) => html`${verifiedMark(one)} `);
  return html`<div class="legend">
    <h3>${both(words.howToRead)}</h3>
    <p class="marks">${declared}</p>
    <p>${both(words.declaredMeaning)}</p>
    <p class="marks">${verified}</p>
    <p>${both(words.verifiedMeaning)}</p>
  </div>`;
}

/** Names that the first page shows; the list of agencies has a filter for the rest. */
const SHOWN_MAX = 12;

function declaredOnlyPart(index: SiteIndex): Html {
  const { declaredOnly } = index.figures;
  const items = declaredOnly.slice(0, SHOWN_MAX).map((id) => {
    const { figures } = index.tenant(id);
    return html`<li><a href="${index.tenantPage(id) ?? ''}">${both(index.nameOf(id))}</a> ${bothMarks(figures)}</li>`;
  });
  const rest = declaredOnly.length - items.length;
  const list = html`<ul>
      ${items}
    </ul>
    ${rest > 0 ? html`<p>${both(words.andMore)} ${amount(rest)}</p>` : ''}`;
  return html`<section id="declared-only">
    <h2>${both(words.declaredOnly)}</h2>
    ${declaredOnly.length === 0 ? html`<p>${both(words.noneDeclaredOnly)}</p>` : list}
  </section>`;
}

/** How many agencies of each kind declare what, beside what is verified of them. */
function kindsPart({ figures }: SiteIndex): Html {
  const rows = tenantKinds.map((kind) => {
    const { tenants, declared, verified } = figures.byKind[kind];
    const at = `site:/byKind/${kind}` as const satisfies FigurePlace;
    const said = declaredStatuses
      .filter((one) => declared[one] > 0)
      .map((one) => html`<div>${declaredMark(one)} ${figure(declared[one], `${at}/declared/${one}`)}</div>`);
    const found = verifiedStatuses
      .filter((one) => verified[one] > 0)
      .map((one) => html`<div>${verifiedMark(one)} ${figure(verified[one], `${at}/verified/${one}`)}</div>`);
    return html`<tr>
      <th scope="row">${both(tenantKindTexts[kind])}</th>
      <td class="number">${figure(tenants, `${at}/tenants`)}</td>
      <td>${said}</td>
      <td>${found}</td>
    </tr>`;
  });
  const columns = [words.kind, words.ownersCount, words.declared, words.verified];
  return html`<section id="kinds">
    <h2>${both(words.byKind)}</h2>
    ${table({ id: 'kinds-table', caption: words.byKind, columns, rows })}
    <p>${both(words.platform)}: ${judgementCounts(figures.platform.judgements, 'site:/platform/judgements')}</p>
  </section>`;
}

function numbersPart({ report, figures }: SiteIndex): Html {
  const { evaluations, counts } = report;
  const tile = (number: Html, text: { vi: string; en: string }): Html => html`<li><b>${number}</b>${both(text)}</li>`;
  const verdicts = [
    tile(figure(evaluations, 'report:/evaluations'), messages.evaluations),
    tile(figure(figures.rules, 'site:/rules'), messages.rulesCount),
    ...verdictCountTexts.map(([verdict, text]) => tile(figure(counts[verdict], `report:/counts/${verdict}`), text)),
  ];
  const states = clauseStates.map((state) =>
    tile(figure(report.clauseStates[state], `report:/clauseStates/${state}`), stateTexts[state]),
  );
  return html`<section id="numbers">
    <h2>${both(messages.summary)}</h2>
    <p>${both(messages.honesty)}</p>
    <ul class="tiles">
      ${verdicts}
    </ul>
    <ul class="tiles">
      ${states}
    </ul>
  </section>`;
}

function recordPart({ report, figures }: SiteIndex): Html {
  const versions = Object.entries(report.tools).map(([name, version]) => `${name} ${version}`);
  return html`<section id="record">
    <h2>${both(messages.record)}</h2>
    <dl>
      <dt>${both(messages.assemblyDigest)}</dt>
      <dd><code>${report.assemblyDigest}</code></dd>
      <dt>${both(messages.bundleDigest)}</dt>
      <dd><code>${report.bundleDigest}</code></dd>
      <dt>${both(messages.evaluationsDigest)}</dt>
      <dd><code>${report.evaluationsDigest}</code></dd>
      <dt>${both(messages.tools)}</dt>
      <dd>${versions.join(', ')}</dd>
      <dt>${both(words.files)}</dt>
      <dd><a href="files.html">${figure(figures.evidence, 'site:/evidence')}</a></dd>
      <dt>${both(words.sources)}</dt>
      <dd><a href="sources.html">${both(words.sources)}</a></dd>
      <dt>${both(words.others)}</dt>
      <dd><a href="others.html">${both(words.others)}</a></dd>
      <dt>${both(words.figures)}</dt>
      <dd><a href="figures.json">figures.json</a>. ${both(words.reportFigures)}</dd>
    </dl>
  </section>`;
}
