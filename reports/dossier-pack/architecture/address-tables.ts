import { findZone } from '../../../model/segmentation/zone';
import type { Cluster } from '../../../model/site/cluster';
import { zoneBlock } from '../../../model/site/zone-block';
import type { Text } from '../../../model/text';
import { listAt, textAt } from '../../../resources/json-path';
import type { Cell, DocumentTable } from '../../document/document';
import { clustersOf, missing, siteCell, type DossierSubject } from '../dossier-subject';
import { dossierWords as words } from '../dossier-words';
import { architectureWords as own } from './architecture-words';

/** The zone plan with its addresses, and the addresses of the clusters. */
export function addressTables(subject: DossierSubject): readonly DocumentTable[] {
  return [zones(subject), clusters(subject)];
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

function clusters(subject: DossierSubject): DocumentTable {
  const rows = clustersOf(subject).flatMap((cluster) => [
    ...(['nodes', 'pods', 'services'] as const).map((of): readonly Cell[] => [
      { code: cluster.id },
      { nodes: own.machines, pods: own.pods, services: own.services }[of],
      { code: cluster[of].ipv4 },
      { code: cluster[of].ipv6 },
    ]),
    ...entryRows(subject, cluster),
  ]);
  return {
    id: 'cluster-addresses',
    caption: { vi: 'Địa chỉ của các cụm', en: 'Addresses of the clusters' },
    columns: [words.cluster, own.addresses, words.private4, words.private6],
    rows,
  };
}

/** The addresses under which what runs in a cluster is reached, as its objects say. */
function entryRows({ view }: DossierSubject, { id }: Cluster): readonly (readonly Cell[])[] {
  const pools = view.resources.inCluster(id, 'CiliumLoadBalancerIPPool');
  const blocks = pools.flatMap(({ body }) =>
    listAt(body, 'spec', 'blocks').flatMap((one) => textAt(one, 'cidr') ?? []),
  );
  if (blocks.length === 0) return [];
  const [six, four] = [true, false].map((isSix) => blocks.filter((one) => one.includes(':') === isSix));
  const cell = (list: readonly string[] = []): Cell => ({ cells: list.map((code) => ({ code })) });
  return [[{ code: id }, own.entry, cell(four), cell(six)]];
}
