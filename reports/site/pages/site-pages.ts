import type { Cluster } from '../../../model/site/cluster';
import type { Site } from '../../../model/site/site';
import type { ReportFile } from '../../define-format';
import { filters } from '../../html/filters';
import { both, html, type Html } from '../../html/html';
import { table } from '../../html/table';
import { messages } from '../../text/messages';
import { roleTexts } from '../../text/terms';
import { linkTo, pagePath } from '../frame/addresses';
import { figure } from '../frame/figure';
import type { TrailStep } from '../frame/site-page';
import { subjectPages } from '../rows/paged-subjects';
import type { SiteIndex } from '../site-index';
import { clusterRoleTexts, siteKindTexts, words } from '../words';
import { dutiesPart } from './duties-part';

const listStep: TrailStep = { text: words.sites, to: 'sites.html' };

/** The list of sites, and a page for each site and each cluster. */
export function* sitePages(index: SiteIndex): Generator<ReportFile> {
  yield sitesPage(index);
  const { sites, clusters } = index.source.view.model;
  for (const site of sites) {
    yield* subjectPages(
      {
        kind: 'sites',
        id: site.id,
        title: site.officialName,
        trail: [listStep],
        head: siteHead(site, index),
        pathOf: (page) => pagePath('sites', site.id, page),
      },
      index,
    );
  }
  for (const cluster of clusters) {
    yield* subjectPages(
      {
        kind: 'clusters',
        id: cluster.id,
        title: { vi: `${words.cluster.vi} ${cluster.id}`, en: `${words.cluster.en} ${cluster.id}` },
        trail: [listStep, ...siteStep(cluster.site, index)],
        head: clusterHead(cluster, index),
        pathOf: (page) => pagePath('clusters', cluster.id, page),
      },
      index,
    );
  }
}

function siteStep(id: string, index: SiteIndex): readonly TrailStep[] {
  const site = index.source.view.model.trySite(id);
  return site === undefined ? [] : [{ text: site.officialName, to: pagePath('sites', id) }];
}

function sitesPage(index: SiteIndex): ReportFile {
  const { bySite } = index.report.inventory;
  const counts = new Map(bySite.map(({ names, count }, at) => [names[0] ?? '', { count, at }]));
  const rows = index.source.view.model.sites.map(({ id, officialName, kind }) => {
    const counted = counts.get(id);
    return html`<tr>
      <th scope="row"><a href="${pagePath('sites', id)}">${both(officialName)}</a><br /><code>${id}</code></th>
      <td>${both(siteKindTexts[kind])}</td>
      <td class="number">
        ${counted === undefined ? '–' : figure(counted.count, `report:/inventory/bySite/${counted.at}/count`)}
      </td>
    </tr>`;
  });
  const columns = [messages.name, words.kind, messages.bySite];
  const body = html`${filters({ target: 'sites' })}
    <div data-filter="sites">${table({ id: 'sites-table', caption: words.sites, columns, rows })}</div>`;
  return index.page({ path: 'sites.html', title: words.sites, trail: [], body });
}

function siteHead({ id, kind }: Site, index: SiteIndex): Html {
  const path = pagePath('sites', id);
  const { clusters, systems } = index.source.view.model;
  const own = clusters.filter(({ site }) => site === id);
  const rows = own.map(
    ({ id: cluster, role, kubernetes }) =>
      html`<tr>
        <th scope="row"><a href="${linkTo(path, pagePath('clusters', cluster))}">${cluster}</a></th>
        <td>${both(clusterRoleTexts[role])}</td>
        <td>Kubernetes ${kubernetes}</td>
      </tr>`,
  );
  const placed = systems.flatMap(({ id: system, officialName, placements }) =>
    placements
      .filter(({ site }) => site === id)
      .map(
        ({ role }) =>
          html`<tr>
            <th scope="row">
              <a href="${linkTo(path, pagePath('systems', system))}">${both(officialName)}</a><br /><code
                >${system}</code
              >
            </th>
            <td>${both(roleTexts[role])}</td>
          </tr>`,
      ),
  );
  return html`<p>${both(siteKindTexts[kind])} · <code>${id}</code></p>
    ${
      own.length === 0
        ? ''
        : html`<h2>${both(words.clusters)}</h2>
            ${table({ id: 'clusters-table', caption: words.clusters, columns: [words.cluster, words.role, messages.tools], rows })}`
    }
    ${
      placed.length === 0
        ? ''
        : html`<h2>${both(words.homeOf)}</h2>
            ${table({ id: 'placed-table', caption: words.homeOf, columns: [messages.systems, words.role], rows: placed })}`
    }${dutiesPart({ kind: 'site', id }, path, index)}`;
}

function clusterHead({ id, site, role, system }: Cluster, index: SiteIndex): Html {
  const path = pagePath('clusters', id);
  const owner =
    system === undefined
      ? ''
      : html`<dt>${both(messages.systems)}</dt>
          <dd>
            <a href="${linkTo(path, pagePath('systems', system))}"><code>${system}</code></a>
          </dd>`;
  const { vi, en } = index.source.view.model.trySite(site)?.officialName ?? { vi: site, en: site };
  return html`<dl>
    <dt>${both(words.role)}</dt>
    <dd>${both(clusterRoleTexts[role])}</dd>
    <dt>${both(words.sites)}</dt>
    <dd><a href="${linkTo(path, pagePath('sites', site))}">${both({ vi, en })}</a></dd>
    ${owner}
  </dl>`;
}
