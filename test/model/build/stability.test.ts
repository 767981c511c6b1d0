import fc from 'fast-check';
import type { Facts } from '../../../model/facts/fact-kinds';
import type { Model } from '../../../model/model';
import { builtModel, roomyFacts, sandboxInput, withFact, withSharedClusters, type FactOf } from './sandbox-facts';

/** What must stay where it is, by what it belongs to: addresses, places and shards. */
function placesOf(model: Model): ReadonlyMap<string, string> {
  const rows: (readonly [string, unknown])[] = [
    ...model.sites.map(({ id, block }) => [`site ${id}`, block] as const),
    ...model.clusters.map(
      ({ id, nodes, pods, services, meshId }) => [`cluster ${id}`, { nodes, pods, services, meshId }] as const,
    ),
    ...model.tenants.map(
      ({ id, homeSite, standbySite, homeCluster, accessEnd }) =>
        [`tenant ${id}`, { homeSite, standbySite, homeCluster, accessEnd }] as const,
    ),
    ...model.systems.map(
      ({ id, placements, backup }) => [`system ${id}`, { placements, copies: backup?.copies }] as const,
    ),
    ...model.namespaces.map(({ cluster, name, shard }) => [`namespace ${cluster}/${name}`, shard] as const),
    ...model.clusters
      .filter(({ role, index }) => role !== 'shared' || index > 0)
      .map(({ id, hosts }) => [`hosts ${id}`, hosts.map((host) => host.id)] as const),
  ];
  return new Map(rows.map(([key, value]) => [key, JSON.stringify(value)]));
}

/** What stood somewhere before and stands elsewhere, or nowhere, now. */
function moved(before: Model, after: Model): readonly string[] {
  const places = placesOf(after);
  return [...placesOf(before)].filter(([key, place]) => places.get(key) !== place).map(([key]) => key);
}

/** Several shared clusters in a site, so that a change of cluster would show as one of site does. */
const facts = withSharedClusters(roomyFacts(), {
  'ndc-1': [
    { slot: 1, from: '04' },
    { slot: 2, from: 'NB-02' },
  ],
  'ndc-3': [{ slot: 1, from: 'BO' }],
});
const before = builtModel(sandboxInput(facts));
const options = { seed: 8, numRuns: 12 };
const slug = fc
  .stringMatching(/^[a-z]{3,8}$/)
  .filter((name) => !facts.tenants.has(name) && !facts.sites.has(name) && !facts.systems.has(name));

function expectNobodyMoved(
  bend: Partial<Facts>,
  added: { readonly list: 'sites' | 'tenants' | 'systems' | 'namespaces' },
): void {
  const after = builtModel(sandboxInput({ ...facts, ...bend }));
  expect(after[added.list].length).toBeGreaterThan(before[added.list].length);
  expect(moved(before, after)).toEqual([]);
}

function centerFact(id: string): Extract<FactOf<'sites'>, { kind: 'national-data-center' }> {
  const fact = facts.sites.get(id)?.value;
  if (fact?.kind !== 'national-data-center') throw new Error(`${id} is no data center of the sandbox`);
  return fact;
}

function systemFact(id: string): FactOf<'systems'> {
  const fact = facts.systems.get(id)?.value;
  if (fact === undefined) throw new Error(`${id} is no system of the sandbox`);
  return fact;
}

describe('nobody moves when', () => {
  test('a data center is added, whatever its name and place in the plan', () => {
    fc.assert(
      fc.property(slug, fc.integer({ min: 112, max: 127 }), fc.integer({ min: 3, max: 7 }), (id, slot, podSlot) => {
        const site = { ...centerFact('ndc-3'), slot, podSlot, standby: 'ndc-1', serves: [], sharedClusters: [] };
        expectNobodyMoved({ sites: withFact(facts.sites, `sites/${id}`, site) }, { list: 'sites' });
      }),
      options,
    );
  });

  test('a tenant is added, with the systems that each of its kind owns', () => {
    const code = fc.stringMatching(/^[A-Z]{2,6}$/).map((text) => `NEW-${text}`);
    const home = fc.constantFrom('ndc-1', 'ndc-2', 'ndc-3');
    fc.assert(
      fc.property(slug, code, home, (id, one, site) => {
        const tenant = {
          kind: 'ministry',
          code: one,
          officialName: { vi: 'Bộ mới', en: 'New ministry' },
          home: site,
        } as const;
        expectNobodyMoved({ tenants: withFact(facts.tenants, `tenants/${id}`, tenant) }, { list: 'tenants' });
      }),
      options,
    );
  });

  test('a commune is added', () => {
    const { divisions } = facts;
    if (divisions.include === 'all') throw new Error('the sandbox names its communes');
    const include = divisions.include;
    const taken = new Set(include.flatMap(({ communes }) => communes));
    const free = sandboxInput().divisions.communes.filter(({ code }) => !taken.has(code));
    const commune = fc.constantFrom(
      ...free.filter(({ provinceCode }) => provinceCode === '01' || provinceCode === '04'),
    );
    fc.assert(
      fc.property(commune, ({ code, provinceCode }) => {
        const grown = include.map((row) =>
          row.province === provinceCode ? { ...row, communes: [code, ...row.communes] } : row,
        );
        expectNobodyMoved({ divisions: { ...divisions, include: grown } }, { list: 'tenants' });
      }),
      options,
    );
  });

  test('a province is added, with its systems', () => {
    const { divisions } = facts;
    if (divisions.include === 'all') throw new Error('the sandbox names its provinces');
    const include = [{ province: '08', communes: ['00697'] }, ...divisions.include];
    const code = sandboxInput().divisions.communes.find(({ provinceCode }) => provinceCode === '08')?.code ?? '';
    const grown = [{ province: '08', communes: [code] }, ...include.slice(1)];
    const serving = { file: 'sites/ndc-3', value: { ...centerFact('ndc-3'), serves: ['08'] } };
    const sites = new Map([...facts.sites, ['ndc-3', serving] as const]);
    expectNobodyMoved({ divisions: { ...divisions, include: grown }, sites }, { list: 'systems' });
  });

  test('a system is added, on the shared cloud or on a cluster of its own, whatever its name', () => {
    const shared = fc.record({ id: slug, like: fc.constantFrom('open-data-portal', 'reporting') });
    fc.assert(
      fc.property(shared, ({ id, like }) => {
        const system = { ...systemFact(like), shortName: `n-${id}`, flows: [] };
        expectNobodyMoved({ systems: withFact(facts.systems, `systems/${id}`, system) }, { list: 'systems' });
      }),
      options,
    );
    fc.assert(
      fc.property(slug, fc.integer({ min: 4, max: 15 }), (id, clusterSlot) => {
        const system = { ...systemFact('population-database'), shortName: `n-${id}`, clusterSlot, flows: [] };
        expectNobodyMoved({ systems: withFact(facts.systems, `systems/${id}`, system) }, { list: 'systems' });
      }),
      options,
    );
  });

  test('a zone is added to a system', () => {
    const { file, value } = facts.systems.get('reporting') ?? { file: '', value: systemFact('reporting') };
    const { management: _, ...footprints } = value.footprints;
    const zones: (typeof value)['zones'] = ['edge', 'dmz', 'internal', 'server', 'database'];
    const lower = { ...value, level: 2 as const, flows: [], zones, footprints };
    const higher = { ...lower, zones: [...zones, 'management' as const], footprints: value.footprints };
    const built = (one: typeof value): Model =>
      builtModel(sandboxInput({ ...facts, systems: withFact(facts.systems, file, one) }));
    const [small, grown] = [built(lower), built(higher)];
    expect(grown.namespaces.length).toBe(small.namespaces.length + 1);
    expect(moved(small, grown)).toEqual([]);
  });
});
