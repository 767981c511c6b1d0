import type { Dossier } from '../../../model/tenancy/dossier';
import { dossierDates } from '../../../model/tenancy/dossier-dates';
import type { System } from '../../../model/tenancy/system';
import type { ReportFile } from '../../define-format';
import { dossierChoice, filters, levelChoice } from '../../html/filters';
import { both, day, html, type Html } from '../../html/html';
import { table } from '../../html/table';
import { messages } from '../../text/messages';
import { dossierDateTexts, mediumTexts, roleTexts } from '../../text/terms';
import { countsOf } from '../figures/figures';
import { noVerdicts } from '../../verdict-counts';
import { verifiedStatus } from '../figures/verified-status';
import { linkTo, pagePath } from '../frame/addresses';
import { figure } from '../frame/figure';
import { dossierMark, verifiedMark } from '../frame/marks';
import type { TrailStep } from '../frame/site-page';
import { judgementCounts } from '../rows/judgement-counts';
import { subjectPages } from '../rows/paged-subjects';
import type { SiteIndex } from '../site-index';
import { words } from '../words';
import { controlLink } from './control-link';
import { dutiesPart } from './duties-part';
import { liveOfOwner } from './live-parts';

const listStep: TrailStep = { text: messages.systems, to: 'systems.html' };

/** The list of information systems, and a page for each. */
export function* systemPages(index: SiteIndex): Generator<ReportFile> {
  yield systemsPage(index);
  for (const system of index.source.view.model.systems) {
    yield* subjectPages(
      {
        kind: 'systems',
        id: system.id,
        title: system.officialName,
        trail: [listStep, ...index.tenantStep(system.owner)],
        head: systemHead(system, index),
        pathOf: (page) => pagePath('systems', system.id, page),
      },
      index,
    );
  }
}

function systemsPage(index: SiteIndex): ReportFile {
  const path = 'systems.html';
  const rows = index.report.systems.map(({ id, officialName, owner, level, dossier }, at) => {
    const { judgements = noVerdicts } = index.figures.systems[index.figureOfSystem(id)] ?? {};
    return html`<tr data-level="${level}" data-state="${dossier}">
      <th scope="row"><a href="${pagePath('systems', id)}">${both(officialName)}</a><br /><code>${id}</code></th>
      <td>${ownerLink(owner, path, index)}</td>
      <td>${figure(level, `report:/systems/${at}/level`)}</td>
      <td>${dossierMark(dossier)}</td>
      <td>${verifiedMark(verifiedStatus(judgements))}</td>
      <td class="number">${figure(judgements.pass, `site:/systems/${index.figureOfSystem(id)}/judgements/pass`)}</td>
    </tr> `;
  });
  const columns = [
    messages.name,
    messages.owner,
    messages.level,
    messages.dossier,
    words.verified,
    { vi: `✔ ${messages.pass.vi}`, en: `✔ ${messages.pass.en}` },
  ];
  const body = html`${filters({ target: 'systems', choices: [levelChoice, dossierChoice] })}
    <div data-filter="systems">${table({ id: 'systems-table', caption: messages.systems, columns, rows })}</div>`;
  return index.page({ path, title: messages.systems, trail: [], body });
}

function ownerLink(owner: string, path: string, index: SiteIndex): Html {
  const to = index.tenantPage(owner);
  return to === undefined
    ? html`<code>${owner}</code>`
    : html`<a href="${linkTo(path, to)}">${both(index.nameOf(owner))}</a>`;
}

function systemHead(system: System, index: SiteIndex): Html {
  const path = pagePath('systems', system.id);
  const at = index.figureOfSystem(system.id);
  const { judgements = noVerdicts } = index.figures.systems[at] ?? {};
  return html`<p><code>${system.id}</code></p>
    <p class="marks">${dossierMark(system.dossier.state)} ${verifiedMark(verifiedStatus(judgements))}</p>
    <dl>
      <dt>${both(words.judgements)}</dt>
      <dd>${judgementCounts(judgements, `site:/systems/${at}/judgements`)}</dd>
      <dt>${both(words.live)}</dt>
      <dd>${liveOfOwner(index, { system: system.id })}</dd>
      <dt>${both(messages.owner)}</dt>
      <dd>${ownerLink(system.owner, path, index)}</dd>
      <dt>${both(words.operator)}</dt>
      <dd>${ownerLink(system.operator, path, index)}</dd>
      <dt>${both(words.securityUnit)}</dt>
      <dd>${ownerLink(system.securityUnit, path, index)}</dd>
      ${factsPart(system, path, index)}
    </dl>
    ${dossierPart(system.dossier)}${dossierRulesPart(system, path, index)}${dutiesPart({ kind: 'system', id: system.id }, path, index)}`;
}

function factsPart(system: System, path: string, index: SiteIndex): Html {
  const found = index.trySystem(system.id);
  const basis = system.levelBasis.map((control) => html`${controlLink(control, path, index)} `);
  const sites = system.placements.map(
    ({ site, role }) =>
      html`<div><a href="${linkTo(path, pagePath('sites', site))}">${site}</a> – ${both(roleTexts[role])}</div>`,
  );
  const copies = (found?.system.copies ?? []).map(
    ({ site, medium }) => html`<div>${site} – ${both(mediumTexts[medium])}</div>`,
  );
  const numbers =
    found === undefined
      ? ''
      : html`<dt>${both(messages.retention)}</dt>
          <dd>${figure(found.system.logRetentionDays, `report:/systems/${found.at}/logRetentionDays`)}</dd>
          <dt>${both(messages.objectives)}</dt>
          <dd>
            ${figure(found.system.rpoMinutes, `report:/systems/${found.at}/rpoMinutes`)} /
            ${figure(found.system.rtoMinutes, `report:/systems/${found.at}/rtoMinutes`)}
          </dd>
          <dt>${both(messages.level)}</dt>
          <dd>${figure(found.system.level, `report:/systems/${found.at}/level`)}</dd>`;
  return html`${numbers}
    <dt>${both(words.levelBasis)}</dt>
    <dd>${basis}</dd>
    <dt>${both(words.zones)}</dt>
    <dd>${system.zones.join(', ')}</dd>
    <dt>${both(messages.sites)}</dt>
    <dd>${sites}</dd>
    <dt>${both(messages.copies)}</dt>
    <dd>${copies}</dd>`;
}

/** The steps in their legal order, each with the date that the owner declares. */
function dossierPart(dossier: Dossier): Html {
  const rows = dossierDates.map(({ field }) => {
    const date = dossier[field];
    return html`<tr>
      <th scope="row">${both(dossierDateTexts[field])}</th>
      <td>${date === undefined ? both(words.noDate) : day(date)}</td>
    </tr>`;
  });
  return html`<section id="dossier">
    <h2>${both(words.dossierSteps)}</h2>
    <p>${both(messages.dossier)}</p>
    ${table({ id: 'dossier-table', caption: words.dossierSteps, columns: [words.step, words.declaredOn], rows })}
  </section>`;
}

/** What rules verified of the declared order, beside it. */
function dossierRulesPart({ id }: System, path: string, index: SiteIndex): Html {
  const subject = index.trySubject(`system/${id}`);
  if (subject === undefined) return html``;
  const counts = countsOf(subject, index.judged.passSets);
  return html`<p>
    ${both(words.dossierRules)}: ${verifiedMark(verifiedStatus(counts))}
    <a href="${linkTo(path, index.homes.wayTo(subject))}"><code>system/${id}</code></a>
  </p>`;
}
