import { factKinds } from '../../model/facts/fact-kinds';
import { findProgrammeRow, programmeRows } from '../../model/programme';
import { requiredZones } from '../../model/segmentation/zone';
import {
  environmentNames,
  fileOf,
  lastPart,
  listFactFiles,
  loadDataset,
  loadFacts,
  readFactText,
} from './load-environment';

const foldersOf = (files: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const file of files) {
    const folder = file.slice(0, Math.max(file.lastIndexOf('/'), 0));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return counts;
};

describe.each(environmentNames)('the environment %s', (environment) => {
  const files = listFactFiles(environment);
  const facts = loadFacts(environment);
  const systems = [...facts.systems].map(([id, { file, value }]) => ({ id, file, ...value }));

  test('has every required kind of fact, and no file outside a kind', () => {
    const placed = (file: string): boolean =>
      factKinds.some(({ place }) => (place.endsWith('/') ? file.startsWith(place) : file === place));
    expect(files.filter((file) => !placed(file))).toEqual([]);
    const absent = factKinds.filter(
      ({ place, required }) => required && !files.some((file) => file === place || file.startsWith(place)),
    );
    expect(absent.map(({ name }) => name)).toEqual([]);
  });

  test('gives each fact of a folder kind an id of its own', () => {
    for (const { place } of factKinds.filter((kind) => kind.place.endsWith('/'))) {
      const ids = files.filter((file) => file.startsWith(place)).map(lastPart);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('is written as one type import and one literal a file, at most fifteen files a folder', () => {
    const form =
      /^import type \{ (\w+) \} from '(\.\.\/)+model\/facts\/[a-z-]+-fact';\n\n(\/\/ .*\n)*export default [{[][\s\S]*[}\]] satisfies \1;\n$/;
    const typed = files.filter((file) => fileOf(file).endsWith('.ts'));
    expect(typed.filter((file) => !form.test(readFactText(environment, file)))).toEqual([]);
    expect([...foldersOf(files)].filter(([, count]) => count > 15)).toEqual([]);
  });

  test('names only programme rows that exist', () => {
    const named = systems.flatMap(({ programme }) => programme);
    expect(named.filter((id) => findProgrammeRow(id) === undefined)).toEqual([]);
  });

  test('declares the zones of each level, and a footprint for the four zones that are namespaces', () => {
    for (const { id, level, has, zones, footprints } of systems) {
      const missing = requiredZones(level, has).filter((zone) => !zones.includes(zone));
      expect({ id, missing }).toEqual({ id, missing: [] });
      expect(Object.keys(footprints)).toEqual(['dmz', 'server', 'database', 'management']);
    }
  });

  test('keeps level 5 on dedicated clusters, each with a slot of its own', () => {
    const dedicated = systems.filter(({ hosting }) => hosting === 'dedicated');
    expect(dedicated.map(({ level }) => level)).toEqual(
      systems.filter(({ level }) => level === 5).map(({ level }) => level),
    );
    expect(new Set(dedicated.map(({ clusterSlot }) => clusterSlot)).size).toBe(dedicated.length);
  });

  test('leads every flow to a declared zone, and between owners to or from a platform, or over the one it names', () => {
    const owners = (id: string): string => JSON.stringify(facts.systems.get(id)?.value.owner);
    const isPlatform = (id: string): boolean => facts.systems.get(id)?.value.broker !== undefined;
    for (const { id, flows } of systems)
      for (const { name, to, via } of flows) {
        if (!('system' in to)) continue;
        const target = facts.systems.get(to.system)?.value;
        const flow = `${id}/${name}`;
        expect({ flow, reaches: target?.zones.includes(to.zone) }).toEqual({ flow, reaches: true });
        const between = owners(id) !== owners(to.system);
        const needed = between && !isPlatform(id) && !isPlatform(to.system);
        expect({ flow, brokered: via !== undefined || !needed }).toEqual({ flow, brokered: true });
        expect({ flow, twoOwners: via === undefined || between }).toEqual({ flow, twoOwners: true });
      }
  });

  test('serves each included province from exactly one data center', () => {
    const served = [...facts.sites].flatMap(([, { value }]) =>
      value.kind === 'national-data-center' ? value.serves : [],
    );
    const { include } = facts.divisions;
    const included =
      include === 'all' ? loadDataset().provinces.map(({ code }) => code) : include.map(({ province }) => province);
    expect(served.toSorted()).toEqual(included.toSorted());
  });

  test('states counts that the data set confirms, except the known difference of Đồng Nai', () => {
    const { communes, provinces } = loadDataset();
    const { expected, knownDifferences } = facts.divisions;
    const count = (code: string, kind: string): number =>
      communes.filter((one) => one.provinceCode === code && one.kind === kind).length;
    const differing = expected.filter(
      ({ code, xa, phuong, dacKhu }) =>
        count(code, 'xa') !== xa || count(code, 'phuong') !== phuong || count(code, 'dac-khu') !== dacKhu,
    );
    expect(expected.map(({ code }) => code)).toEqual(provinces.map(({ code }) => code));
    expect(differing).toEqual([{ code: '75', name: 'Thành phố Đồng Nai', xa: 62, phuong: 33, dacKhu: 0 }]);
    expect(knownDifferences.map(({ code, xa, phuong }) => ({ code, xa, phuong }))).toEqual([
      { code: '75', xa: count('75', 'xa'), phuong: count('75', 'phuong') },
    ]);
  });
});

describe('the national environment', () => {
  const facts = loadFacts('national');
  const sum = (pick: (row: (typeof facts.divisions.expected)[number]) => number): number =>
    facts.divisions.expected.reduce((total, row) => total + pick(row), 0);

  test('expects 34 provinces with 2,611 xã, 697 phường and 13 đặc khu, 3,321 in all', () => {
    expect(facts.divisions.expected).toHaveLength(34);
    expect([sum(({ xa }) => xa), sum(({ phuong }) => phuong), sum(({ dacKhu }) => dacKhu)]).toEqual([2_611, 697, 13]);
  });

  test('has 14 ministries, 3 agencies of ministerial rank and 2 national owners, at home in all three data centers', () => {
    const tenants = [...facts.tenants.values()].map(({ value }) => value);
    expect(tenants.filter(({ officialName }) => officialName.vi.startsWith('Bộ '))).toHaveLength(14);
    expect(tenants.filter(({ kind }) => kind === 'ministry')).toHaveLength(17);
    expect(tenants.filter(({ kind }) => kind === 'national').map(({ officialName }) => officialName.vi)).toEqual([
      'Cục Bưu điện Trung ương',
      'Ban Cơ yếu Chính phủ',
    ]);
    expect([...new Set(tenants.map(({ home }) => home))].toSorted()).toEqual(['ndc-1', 'ndc-2', 'ndc-3']);
  });

  test('answers every programme row that names a system with a declared system', () => {
    const named = new Set([...facts.systems.values()].flatMap(({ value }) => value.programme));
    const unanswered = programmeRows.filter((row) => row.kind === 'system' && !named.has(row.id));
    expect(unanswered.map((row) => row.id)).toEqual([]);
  });

  test('fixes only the place of the first data center by law', () => {
    const bases = [...facts.sites].map(([id, { value }]) => [id, value.location.basis]);
    expect(bases).toEqual([
      ['leased-hanoi', 'parameter'],
      ['ndc-1', 'law'],
      ['ndc-2', 'parameter'],
      ['ndc-3', 'parameter'],
    ]);
  });

  test('gives each data center two substations, and two ways for every kind of uplink', () => {
    for (const [id, { value }] of facts.sites) {
      if (value.kind !== 'national-data-center') continue;
      expect(new Set(value.feeds.map(({ substation }) => substation)).size).toBe(2);
      for (const kind of ['tslcd', 'inter-site', 'internet-international'] as const) {
        const uplinks = value.uplinks.filter((uplink) => uplink.kind === kind);
        expect({
          id,
          kind,
          ways: new Set(uplinks.map(({ path }) => path)).size,
          carriers: new Set(uplinks.map(({ carrier }) => carrier)).size,
        }).toEqual({ id, kind, ways: 2, carriers: 2 });
      }
    }
  });

  test('feeds each data center from either substation alone, at its design PUE', () => {
    for (const [id, { value }] of facts.sites) {
      if (value.kind !== 'national-data-center') continue;
      const kilowatts = value.halls
        .flatMap(({ rackGroups }) => rackGroups)
        .reduce((total, { powerKw }) => total + powerKw, 0);
      for (const { mw } of value.feeds)
        expect({ id, carries: kilowatts * value.pueDesign <= mw * 1_000 }).toEqual({ id, carries: true });
    }
  });
});

describe('programmeRows', () => {
  test('hold the 22 rows of the programme and the monitoring center of document 003, each with an id of its own', () => {
    expect(programmeRows).toHaveLength(23);
    expect(new Set(programmeRows.map(({ id }) => id)).size).toBe(23);
    expect(programmeRows.filter(({ kind }) => kind === 'target').map(({ id }) => id)).toEqual([
      'security-dossier',
      'data-governance-maturity',
      'ai-application-and-leaders',
      'staff',
      'task-groups',
    ]);
  });

  test('findProgrammeRow() gives the row, and nothing for an unknown id', () => {
    expect(findProgrammeRow('open-data')?.officialName.vi).toBe('Dữ liệu mở');
    expect(findProgrammeRow('no-such-row')).toBeUndefined();
  });
});
