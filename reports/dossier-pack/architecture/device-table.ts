import type { Cluster } from '../../../model/site/cluster';
import type { Host } from '../../../model/site/site';
import { groupBy } from '../../../model/group-by';
import type { Text } from '../../../model/text';
import type { Cell, DocumentTable } from '../../document/document';
import { clustersOf, missing, siteCell, type DossierSubject } from '../dossier-subject';
import { dossierWords as words } from '../dossier-words';
import { hostRoleTexts } from './architecture-words';

const make: Text = {
  vi: 'Chủng loại thiết bị mạng chính và lưu trữ',
  en: 'Makes of main network devices and storage',
};

/** Devices and main network devices: name, place, purpose, number and what is known of their make. */
export function deviceTable(subject: DossierSubject): DocumentTable {
  const rows = clustersOf(subject).flatMap((cluster): readonly (readonly Cell[])[] => {
    const site = siteCell(subject, cluster.site);
    const single = (id: string, purpose: Text): readonly Cell[] => [
      { code: id },
      site,
      purpose,
      1,
      missing(subject, make),
    ];
    return [
      ...cluster.networkDevices.map((id) => single(id, words.mainNetworkDevice)),
      ...hostRows(cluster, site),
      single(cluster.storagePool, words.storageOfCluster),
    ];
  });
  return {
    id: 'devices',
    caption: { vi: 'Danh mục thiết bị và thiết bị mạng chính', en: 'Devices and main network devices' },
    columns: [words.device, words.place, words.purpose, words.number, words.make],
    rows,
  };
}

/** Hosts of one class in one rack group together; the list of hosts names each. */
function hostRows({ id, hosts }: Cluster, site: Cell): readonly (readonly Cell[])[] {
  const alike = groupBy(hosts, ({ failureDomain, class: name, role }) => `${failureDomain} ${name} ${role}`);
  return [...alike]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, list]): readonly (readonly Cell[])[] => {
      const [first] = list;
      if (first === undefined) return [];
      const place: Cell = { cells: [site, { code: first.failureDomain }] };
      return [
        [
          { cells: [{ code: first.class }, { code: id }] },
          place,
          hostRoleTexts[first.role],
          list.length,
          sizeOf(first),
        ],
      ];
    });
}

function sizeOf({ cores, memoryGiB, diskGiB }: Host): Text {
  return {
    vi: `${cores} lõi, ${memoryGiB} GiB bộ nhớ, ${diskGiB} GiB đĩa`,
    en: `${cores} cores, ${memoryGiB} GiB of memory, ${diskGiB} GiB of disk`,
  };
}
