import { countBy } from './count-by';
import { findZone } from '../../model/segmentation/zone';
import type { Flow, FlowEnd } from '../../model/segmentation/flow';
import type { Cluster } from '../../model/site/cluster';
import { zoneBlock } from '../../model/site/zone-block';
import type { Text } from '../../model/text';
import type { Cell, DocumentSection, DocumentTable } from '../document/document';
import { roleTexts } from '../text/terms';
import { clusterRoleTexts, dossierWords as words, engineTexts } from './dossier-words';
import { missing, named, ROWS_MAX, type DossierSubject } from './dossier-subject';

/** Art. 22.3 d: logical and physical model, devices, applications, zones and addresses. */
export function architectureSection(subject: DossierSubject): DocumentSection {
  return {
    id: 'architecture',
    title: { vi: '3. Kiến trúc (điểm d khoản 3 Điều 22)', en: '3. Architecture (Art. 22.3 d)' },
    notes: [
      {
        vi: 'Mô hình lô-gic là các vùng và luồng được khai báo; điều không có trong bảng thì bị chặn.',
        en: 'The logical model is the zones and the declared flows; what is not listed is denied.',
      },
    ],
    tables: [logical(subject), physical(subject), devices(subject), applications(subject), zones(subject)],
  };
}

/** A table's rows, no more than fit, with the number of those left out. */
function bounded(rows: readonly (readonly Cell[])[], columns: number): readonly (readonly Cell[])[] {
  if (rows.length <= ROWS_MAX) return rows;
  const more: readonly Cell[] = [words.more, rows.length - ROWS_MAX, ...Array<string>(columns - 2).fill('')];
  return [...rows.slice(0, ROWS_MAX), more];
}

function logical({ legal, view }: DossierSubject): DocumentTable {
  const rows = view.model
    .flowsOf(legal.system.id)
    .map((flow: Flow): readonly Cell[] => [
      endCell(flow.from, legal.system.id),
      endCell(flow.to, legal.system.id),
      flow.ports.map(({ protocol, port }) => `${protocol} ${port}`).join(', '),
      flow.reason,
    ]);
  return {
    id: 'logical',
    caption: { vi: 'Mô hình lô-gic: các luồng', en: 'Logical model: the flows' },
    columns: [words.from, words.to, words.ports, words.reason],
    rows: bounded(rows, 4),
  };
}

function endCell(end: FlowEnd, own: string): Cell {
  switch (end.kind) {
    case 'zone': {
      const zone = findZone(end.zone).officialName;
      return end.system === own ? zone : { cells: [{ code: end.system }, zone] };
    }
    case 'platform':
      return { cells: [words.platform, { code: end.service }] };
    case 'external':
      return { cells: end.cidrs.map((cidr) => ({ code: cidr })) };
    case 'name':
      return { code: end.fqdn };
    case 'internet':
      return words.internet;
  }
}

function clustersOf({ legal, view }: DossierSubject): readonly Cluster[] {
  return legal.system.placements.flatMap(({ cluster }) => view.model.tryCluster(cluster) ?? []);
}

function siteCell({ view }: DossierSubject, site: string): Cell {
  return named(view.model.trySite(site)?.officialName, site);
}

function physical(subject: DossierSubject): DocumentTable {
  const rows = subject.legal.system.placements.map(({ role, site, cluster }): readonly Cell[] => {
    const found = subject.view.model.tryCluster(cluster);
    return [
      siteCell(subject, site),
      roleTexts[role],
      { code: cluster },
      found === undefined ? '' : clusterRoleTexts[found.role],
      found?.hosts.length ?? 0,
      new Set(found?.hosts.map((one) => one.failureDomain)).size,
      { code: found?.storagePool ?? '' },
    ];
  });
  return {
    id: 'physical',
    caption: { vi: 'Mô hình vật lý', en: 'Physical model' },
    columns: [words.site, words.role, words.cluster, words.purpose, words.hosts, words.racks, words.storagePool],
    rows,
  };
}

function devices(subject: DossierSubject): DocumentTable {
  const model: Text = {
    vi: 'Chủng loại thiết bị mạng chính và lưu trữ',
    en: 'Makes of main network devices and storage',
  };
  const rows = clustersOf(subject).flatMap((cluster): readonly (readonly Cell[])[] => [
    ...cluster.networkDevices.map((id): readonly Cell[] => [
      { code: id },
      siteCell(subject, cluster.site),
      words.mainNetworkDevice,
      1,
      missing(subject, model),
    ]),
    ...countBy(cluster.hosts, (one) => one.class).map(([name, count]): readonly Cell[] => [
      { code: name },
      siteCell(subject, cluster.site),
      words.serverOfClass,
      count,
      { code: name },
    ]),
    [
      { code: cluster.storagePool },
      siteCell(subject, cluster.site),
      words.storageOfCluster,
      1,
      missing(subject, model),
    ],
  ]);
  return {
    id: 'devices',
    caption: { vi: 'Danh mục thiết bị và thiết bị mạng chính', en: 'Devices and main network devices' },
    columns: [words.device, words.place, words.purpose, words.number, words.make],
    rows: bounded(rows, 5),
  };
}

function applications(subject: DossierSubject): DocumentTable {
  const os: Text = { vi: 'Hệ điều hành của máy chủ chạy ứng dụng', en: 'Operating system of the application servers' };
  const { system } = subject.legal;
  const namespaces = subject.view.model.namespacesOf(system.id).filter((one) => !one.communePart);
  const rows = [
    ...system.dataSets.map(({ name, engine, zone, instances, sizeGiB }): readonly Cell[] => [
      { code: name },
      findZone(zone).officialName,
      {
        cells: [
          engineTexts[engine],
          { vi: `${instances} thực thể, ${sizeGiB} GiB`, en: `${instances} instances, ${sizeGiB} GiB` },
        ],
      },
      missing(subject, os),
    ]),
    ...namespaces.map(({ name, cluster, zone }): readonly Cell[] => [
      { code: name },
      { cells: [findZone(zone).officialName, { code: cluster }] },
      words.namespace,
      missing(subject, os),
    ]),
  ];
  return {
    id: 'applications',
    caption: { vi: 'Danh mục ứng dụng, dịch vụ', en: 'Applications and services' },
    columns: [words.application, words.place, words.purpose, words.operatingSystem],
    rows: bounded(rows, 4),
  };
}

function zones(subject: DossierSubject): DocumentTable {
  const { system } = subject.legal;
  const open: Text = { vi: 'Địa chỉ IP công khai của từng vùng', en: 'Public addresses of each zone' };
  const rows = system.placements.flatMap(({ site }) => {
    const found = subject.view.model.trySite(site);
    return system.zones.map((zone): readonly Cell[] => {
      const block = found === undefined ? undefined : zoneBlock(found, zone);
      return [
        findZone(zone).officialName,
        siteCell(subject, site),
        { code: block?.ipv4 ?? '' },
        { code: block?.ipv6 ?? '' },
        missing(subject, open),
      ];
    });
  });
  return {
    id: 'zones',
    caption: {
      vi: 'Quy hoạch vùng mạng và địa chỉ (khối của vùng tại địa điểm)',
      en: 'Zones and addresses (the zone’s blocks at the site)',
    },
    columns: [words.zone, words.site, words.private4, words.private6, words.public],
    rows,
  };
}
