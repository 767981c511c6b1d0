import { findZone } from '../../../model/segmentation/zone';
import { findDataClass } from '../../../model/tenancy/data-class';
import type { Namespace } from '../../../model/tenancy/namespace';
import type { DataSet, Footprint } from '../../../model/tenancy/system';
import type { Text } from '../../../model/text';
import type { Cell, DocumentTable } from '../../document/document';
import { roleTexts } from '../../text/terms';
import { missing, type DossierSubject } from '../dossier-subject';
import { dossierWords as words, engineTexts } from '../dossier-words';
import { architectureWords as own } from './architecture-words';

const system: Text = {
  vi: 'Hệ điều hành của máy chủ chạy ứng dụng',
  en: 'Operating system of the application servers',
};

/** Applications and services: where they run, on what, and what for. */
export function applicationTable(subject: DossierSubject): DocumentTable {
  const namespaces = subject.view.model.namespacesOf(subject.legal.system.id);
  const rows = [
    ...subject.legal.system.dataSets.map((one) => dataSetRow(subject, one, namespaces)),
    ...namespaces.filter((one) => !one.communePart).map((one) => namespaceRow(subject, one)),
    ...communeRows(subject, namespaces),
  ];
  return {
    id: 'applications',
    caption: { vi: 'Danh mục ứng dụng, dịch vụ', en: 'Applications and services' },
    columns: [words.application, words.place, words.purpose, own.dataClass, own.granted, words.operatingSystem],
    rows,
  };
}

function dataSetRow(subject: DossierSubject, one: DataSet, namespaces: readonly Namespace[]): readonly Cell[] {
  const { name, engine, zone, class: dataClass, instances, sizeGiB } = one;
  const places = namespaces.filter((place) => place.zone === zone && !place.communePart);
  const images = places.flatMap(({ cluster, name: namespace }) => subject.images.ofDatabases(cluster, namespace));
  const clusters = [...new Set(places.map(({ cluster }) => cluster))];
  return [
    { code: name },
    { cells: [findZone(zone).officialName, ...clusters.map((code) => ({ code }))] },
    {
      cells: [engineTexts[engine], ...(engine === 'postgresql' ? [...new Set(images)].map((code) => ({ code })) : [])],
    },
    findDataClass(dataClass).officialName,
    { vi: `${instances} thực thể, ${sizeGiB} GiB`, en: `${instances} instances, ${sizeGiB} GiB` },
    systemCellOf(subject, clusters),
  ];
}

function namespaceRow(subject: DossierSubject, { name, cluster, zone, role, quota }: Namespace): readonly Cell[] {
  return [
    { code: name },
    { cells: [findZone(zone).officialName, { code: cluster }] },
    { cells: [words.namespace, roleTexts[role]] },
    '–',
    granted(quota),
    systemCellOf(subject, [cluster]),
  ];
}

/** The parts of communes together, by cluster: they are alike, and there are up to 170 of them. */
function communeRows(subject: DossierSubject, namespaces: readonly Namespace[]): readonly (readonly Cell[])[] {
  const parts = namespaces.filter((one) => one.communePart);
  return [...new Set(parts.map(({ cluster }) => cluster))].map((cluster) => {
    const own = parts.filter((one) => one.cluster === cluster);
    const sum = (of: keyof Footprint): number => own.reduce((total, { quota }) => total + quota[of], 0);
    const zones = [...new Set(own.map(({ zone }) => zone))];
    return [
      { vi: `Phần của ${own.length} xã, phường, đặc khu`, en: `Parts of ${own.length} communes` },
      { cells: [...zones.map((zone) => findZone(zone).officialName), { code: cluster }] },
      words.namespace,
      '–',
      granted({ cpu: sum('cpu'), memoryGiB: sum('memoryGiB'), storageGiB: sum('storageGiB'), pods: sum('pods') }),
      systemCellOf(subject, [cluster]),
    ];
  });
}

function granted({ cpu, memoryGiB, storageGiB, pods }: Footprint): Text {
  return {
    vi: `${cpu} lõi, ${memoryGiB} GiB bộ nhớ, ${storageGiB} GiB lưu trữ, ${pods} pod`,
    en: `${cpu} cores, ${memoryGiB} GiB of memory, ${storageGiB} GiB of storage, ${pods} pods`,
  };
}

/** The disk images of the hosts, which is all that is known of their operating system. */
function systemCellOf(subject: DossierSubject, clusters: readonly string[]): Cell {
  const images = [...new Set(clusters.flatMap((cluster) => subject.images.ofNodes(cluster)))];
  const unknown = missing(subject, system);
  return images.length === 0 ? unknown : { cells: [own.nodeImage, ...images.map((code) => ({ code })), unknown] };
}
