import type { Site } from '../../../model/site/site';
import type { Cell, DocumentTable } from '../../document/document';
import { roleTexts } from '../../text/terms';
import { clustersOf, missing, siteCell, tenantCell, type DossierSubject } from '../dossier-subject';
import { clusterRoleTexts, dossierWords as words } from '../dossier-words';
import { architectureWords as own, linkKindTexts, siteKindTexts } from './architecture-words';

/** The physical model: the sites, the links of each, and the clusters on them. */
export function siteTables(subject: DossierSubject): readonly DocumentTable[] {
  return [sites(subject), links(subject), physical(subject)];
}

function sitesOf({ legal, view }: DossierSubject): readonly Site[] {
  const ids = new Set(legal.system.placements.map(({ site }) => site));
  return [...ids].flatMap((id) => view.model.trySite(id) ?? []);
}

function sites(subject: DossierSubject): DocumentTable {
  const rows = sitesOf(subject).map((site): readonly Cell[] => [
    siteCell(subject, site.id),
    siteKindTexts[site.kind],
    locationCell(subject, site),
    'fact' in site ? tenantCell(subject, site.fact.operator) : '–',
    site.kind === 'national-data-center' ? `${site.fact.tier.scheme}, ${site.fact.tier.rating}` : '–',
    site.kind === 'national-data-center'
      ? { cells: [siteCell(subject, site.standby), `${site.standbyDistanceKm}`] }
      : '–',
  ]);
  return {
    id: 'sites',
    caption: { vi: 'Mô hình vật lý: các địa điểm', en: 'Physical model: the sites' },
    columns: [words.site, own.kindOfSite, own.location, own.siteOperator, own.standard, own.standbyDistance],
    rows,
  };
}

function locationCell(subject: DossierSubject, site: Site): Cell {
  if (!('fact' in site)) return missing(subject, { vi: 'Vị trí của địa điểm', en: 'Location of the site' });
  const { note, latitude, longitude, country } = site.fact.location;
  return { cells: [note, `${latitude}, ${longitude} (${country})`] };
}

function links(subject: DossierSubject): DocumentTable {
  const rows = sitesOf(subject).flatMap((site): readonly (readonly Cell[])[] =>
    site.kind === 'national-data-center'
      ? site.fact.uplinks.map(({ id, kind, carrier, path, gbps }) => [
          { code: id },
          siteCell(subject, site.id),
          linkKindTexts[kind],
          carrier,
          { code: path },
          gbps,
        ])
      : [],
  );
  return {
    id: 'links',
    caption: { vi: 'Mô hình vật lý: đường truyền của địa điểm', en: 'Physical model: links of the sites' },
    columns: [own.link, words.site, own.linkKind, own.carrier, own.way, own.gbps],
    rows,
  };
}

function physical(subject: DossierSubject): DocumentTable {
  const clusters = new Map(clustersOf(subject).map((one) => [one.id, one]));
  const rows = subject.legal.system.placements.map(({ role, site, cluster }): readonly Cell[] => {
    const found = clusters.get(cluster);
    const { cpu = 0, memoryGiB = 0, storageGiB = 0 } = found?.capacity ?? {};
    return [
      { code: cluster },
      siteCell(subject, site),
      roleTexts[role],
      found === undefined ? '–' : clusterRoleTexts[found.role],
      found === undefined ? '–' : `Kubernetes ${found.kubernetes}, Cilium ${found.cilium}`,
      found?.hosts.length ?? 0,
      new Set(found?.hosts.map((one) => one.failureDomain)).size,
      {
        vi: `${cpu} lõi, ${memoryGiB} GiB bộ nhớ, ${storageGiB} GiB lưu trữ`,
        en: `${cpu} cores, ${memoryGiB} GiB of memory, ${storageGiB} GiB of storage`,
      },
      { code: found?.storagePool ?? '' },
    ];
  });
  return {
    id: 'physical',
    caption: { vi: 'Mô hình vật lý: các cụm', en: 'Physical model: the clusters' },
    columns: [
      words.cluster,
      words.site,
      words.role,
      words.purpose,
      own.software,
      words.hosts,
      words.racks,
      own.capacity,
      words.storagePool,
    ],
    rows,
  };
}
