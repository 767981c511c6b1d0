import type { ReportFile } from '../../define-format';
import { both, html, type Html } from '../../html/html';
import { filters, type Choice } from '../../html/filters';
import { table } from '../../html/table';
import { messages } from '../../text/messages';
import { declaredStatuses } from '../figures/declared-status';
import type { TenantFigures } from '../figures/figures';
import { verifiedStatuses } from '../figures/verified-status';
import { communesPath, linkTo, pagePath } from '../frame/addresses';
import { figure } from '../frame/figure';
import { bothMarks, declaredMark, dossierMark, verifiedMark } from '../frame/marks';
import { safeName } from '../../text/safe-name';
import type { TrailStep } from '../frame/site-page';
import { judgementCounts } from '../rows/judgement-counts';
import { subjectPages } from '../rows/paged-subjects';
import { subjectTable } from '../rows/subject-rows';
import type { SiteIndex } from '../site-index';
import { declaredTexts, tenantKinds, tenantKindTexts, verifiedTexts, words } from '../words';
import { dutiesPart } from './duties-part';
import { liveOfOwner } from './live-parts';

const declaredChoice: Choice = {
  name: 'declared',
  label: words.filterDeclared,
  every: messages.everyState,
  options: declaredStatuses.map((value) => ({ value, text: declaredTexts[value] })),
};

const verifiedChoice: Choice = {
  name: 'verified',
  label: words.filterVerified,
  every: messages.everyState,
  options: verifiedStatuses.map((value) => ({ value, text: verifiedTexts[value] })),
};

const kindChoice: Choice = {
  name: 'kind',
  label: words.filterKind,
  every: words.everyKind,
  options: tenantKinds.filter((kind) => kind !== 'commune').map((value) => ({ value, text: tenantKindTexts[value] })),
};

const listStep: TrailStep = { text: words.owners, to: 'owners.html' };

/** The list of agencies, a page for each, and pages with the objects of the communes of each province. */
export function* ownerPages(index: SiteIndex): Generator<ReportFile> {
  yield ownersPage(index);
  for (const tenant of index.figures.tenants.filter(({ kind }) => kind !== 'commune')) {
    yield* subjectPages(
      {
        kind: 'tenants',
        id: tenant.id,
        title: index.nameOf(tenant.id),
        trail: [listStep],
        head: tenantHead(tenant, index),
        pathOf: (page) => pagePath('tenants', tenant.id, page),
      },
      index,
    );
    yield* communePages(tenant.id, index);
  }
}

function ownersPage(index: SiteIndex): ReportFile {
  const path = 'owners.html';
  const rows = index.figures.tenants
    .filter(({ kind }) => kind !== 'commune')
    .map((one) => tenantRow(one, { path, index, kind: true }));
  const columns = [words.owners, words.kind, words.declared, words.verified, words.judgements];
  const body = html`<p>${both(words.declaredMeaning)}</p>
    <p>${both(words.verifiedMeaning)}</p>
    ${filters({ target: 'owners', choices: [kindChoice, declaredChoice, verifiedChoice] })}
    <div data-filter="owners">${table({ id: 'owners-table', caption: words.owners, columns, rows })}</div>`;
  return index.page({ path, title: words.owners, trail: [], body });
}

interface TenantRow {
  readonly path: string;
  readonly index: SiteIndex;
  /** Whether the kind has a column. */
  readonly kind: boolean;
}

function tenantRow({ id, kind, declared, verified, judgements }: TenantFigures, row: TenantRow): Html {
  const { path, index } = row;
  const { at } = index.tenant(id);
  const { code = '' } = index.source.view.model.tryTenant(id) ?? {};
  return html`<tr data-kind="${kind}" data-declared="${declared}" data-verified="${verified}">
    <th scope="row">
      <a href="${linkTo(path, index.tenantPage(id) ?? '')}">${both(index.nameOf(id))}</a> <code>${code}</code>
    </th>
    ${row.kind ? html`<td>${both(tenantKindTexts[kind])}</td>` : ''}
    <td>${declaredMark(declared)}</td>
    <td>${verifiedMark(verified)}</td>
    <td>${judgementCounts(judgements, `site:/tenants/${at}/judgements`)}</td>
  </tr> `;
}

function tenantHead(tenant: TenantFigures, index: SiteIndex): Html {
  const path = pagePath('tenants', tenant.id);
  const { at } = index.tenant(tenant.id);
  return html`<p>${both(tenantKindTexts[tenant.kind])} · <code>${tenant.id}</code></p>
    <p class="marks">${bothMarks(tenant)}</p>
    <dl>
      <dt>${both(words.judgements)}</dt>
      <dd>${judgementCounts(tenant.judgements, `site:/tenants/${at}/judgements`)}</dd>
      <dt>${both(words.live)}</dt>
      <dd>${liveOfOwner(index, { tenant: tenant.id })}</dd>
    </dl>
    ${systemsPart(tenant, path, index)}${dutiesPart({ kind: 'tenant', id: tenant.id }, path, index)}${communesPart(tenant, path, index)}
    <p>${both(words.elsewhere)}</p>`;
}

function systemsPart({ systems }: TenantFigures, path: string, index: SiteIndex): Html {
  if (systems.length === 0) return html``;
  const rows = systems.flatMap((id) => {
    const found = index.trySystem(id);
    if (found === undefined) return [];
    const { system, at } = found;
    return html`<tr>
      <th scope="row">
        <a href="${linkTo(path, pagePath('systems', id))}">${both(system.officialName)}</a><br /><code>${id}</code>
      </th>
      <td>${figure(system.level, `report:/systems/${at}/level`)}</td>
      <td>${dossierMark(system.dossier)}</td>
    </tr> `;
  });
  const columns = [messages.systems, messages.level, messages.dossier];
  return html`<section id="systems">
    <h2>${both(messages.systems)}</h2>
    ${table({ id: 'systems-table', caption: messages.systems, columns, rows })}
  </section>`;
}

function communesPart({ id, kind }: TenantFigures, path: string, index: SiteIndex): Html {
  const own = index.homes.communesOf(id).flat();
  if (kind !== 'province' || own.length === 0) return html``;
  const at = index.figures.communes.findIndex((one) => one.province === id);
  const rows = own.map((one) => tenantRow(index.tenant(one).figures, { path, index, kind: false }));
  const columns = [words.communes, words.declared, words.verified, words.judgements];
  return html`<section id="communes">
    <h2>${both(words.communes)} (${figure(own.length, `site:/communes/${at}/tenants`)})</h2>
    ${filters({ target: 'communes', choices: [declaredChoice, verifiedChoice] })}
    <div data-filter="communes">${table({ id: 'communes-table', caption: words.communes, columns, rows })}</div>
  </section>`;
}

function* communePages(province: string, index: SiteIndex): Generator<ReportFile> {
  for (const [position, communes] of index.homes.communesOf(province).entries()) {
    const path = communesPath(province, position + 1);
    const parts = communes.map((id) => communePart(id, path, index));
    const name = index.nameOf(province);
    const title = {
      vi: `${words.objectsOfCommunes.vi}: ${name.vi} (${position + 1})`,
      en: `${words.objectsOfCommunes.en}: ${name.en} (${position + 1})`,
    };
    yield index.page({ path, title, trail: [listStep, ...index.tenantStep(province)], body: html`${parts}` });
  }
}

function communePart(id: string, path: string, index: SiteIndex): Html {
  const { figures, at } = index.tenant(id);
  const [subjects = []] = index.homes.subjectsOf('commune', id);
  const anchor = safeName(id);
  const systems = figures.systems.map(
    (one) => html` · <a href="${linkTo(path, pagePath('systems', one))}"><code>${one}</code></a>`,
  );
  return html`<section id="${anchor}">
    <h2>${both(index.nameOf(id))} <code>${id}</code></h2>
    <p class="marks">${bothMarks(figures)}</p>
    <p>${judgementCounts(figures.judgements, `site:/tenants/${at}/judgements`)}${systems}</p>
    ${subjectTable({ path, id: `t-${anchor}`, caption: index.nameOf(id), subjects }, index)}
  </section>`;
}
