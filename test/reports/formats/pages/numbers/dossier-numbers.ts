import type { Model } from '../../../../../model/model';
import type { Cluster } from '../../../../../model/site/cluster';
import type { System } from '../../../../../model/tenancy/system';
import type { ExpectedNumbers } from '../number-checks';
import type { LegalData } from './legal-numbers';
import { nameOfPage, sumOf, type Tables } from './tables';

/** What the dossiers show, by `legal.json` and the `model.json` of the assembly. */
export function ofDossiers({ owners }: LegalData, model: Model, nameOf: (id: string) => string): ExpectedNumbers {
  const data = new Map(owners.flatMap((one) => one.systems.map((system) => [system.id, system] as const)));
  const pages = new Map<string, Tables>([['index', { 'list-table': model.systems.map(({ level }) => level) }]]);
  for (const system of model.systems) {
    const requirements = data.get(system.id)?.requirements ?? [];
    const own = { ...ofSystem(system, model), 'plan-requirements': requirements.map((one) => one.own + one.shared) };
    pages.set(`systems/${nameOf(system.id)}`, own);
  }
  return (table, path) => pages.get(nameOfPage(path))?.[table];
}

function ofSystem({ id, level, dataSubjects, dataSets, placements }: System, model: Model): Tables {
  const own = model.namespaces.filter((one) => one.system === id);
  const clusters = placements.flatMap(({ cluster }) => model.clusters.filter((one) => one.id === cluster));
  const places = [...new Set(placements.map((one) => one.site))];
  const sites = places.flatMap((place) => model.sites.filter((one) => one.id === place));
  const peers = model.flows.flatMap(({ from, to }) => {
    const ends = [from, to].flatMap((end) => (end.kind === 'zone' ? [end.system] : []));
    return ends.includes(id) ? ends.filter((one) => one !== id) : [];
  });
  return {
    'scope-table': [
      dataSubjects.basic,
      dataSubjects.sensitive,
      new Set(own.filter((one) => one.communePart).map((one) => one.tenant)).size,
      sumOf(dataSets.map((one) => one.sizeGiB)),
      ...granted(own.filter((one) => one.role === 'home')),
      ...(own.some((one) => one.role === 'standby') ? granted(own.filter((one) => one.role === 'standby')) : []),
    ],
    links: sites.flatMap((one) =>
      one.kind === 'national-data-center' ? one.fact.uplinks.map(({ gbps }) => gbps) : [],
    ),
    physical: clusters.flatMap(({ hosts }) => [hosts.length, new Set(hosts.map((one) => one.failureDomain)).size]),
    devices: clusters.flatMap(ofDevices),
    'ground-table': [level],
    'more-systems': [...new Set(peers)]
      .toSorted()
      .flatMap((peer) => model.systems.find((one) => one.id === peer)?.level ?? []),
  };
}

function granted(namespaces: Model['namespaces']): readonly number[] {
  return (['cpu', 'memoryGiB', 'storageGiB', 'pods'] as const).map((of) =>
    sumOf(namespaces.map(({ quota }) => quota[of])),
  );
}

/** Network devices, the hosts of each rack group, class and role, then the storage. */
function ofDevices({ networkDevices, hosts }: Cluster): readonly number[] {
  const namesOf = (of: 'failureDomain' | 'class' | 'role'): readonly string[] =>
    [...new Set(hosts.map((one) => one[of]))].toSorted();
  const counts = namesOf('failureDomain').flatMap((domain) =>
    namesOf('class').flatMap((name) =>
      namesOf('role').map(
        (role) => hosts.filter((one) => one.failureDomain === domain && one.class === name && one.role === role).length,
      ),
    ),
  );
  return [...networkDevices.map(() => 1), ...counts.filter((count) => count > 0), 1];
}
