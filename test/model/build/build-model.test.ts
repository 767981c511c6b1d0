import { levelRules } from '../../../model/level';
import type { Model } from '../../../model/model';
import { findZone } from '../../../model/segmentation/zone';
import { zoneFlowTable } from '../../../model/segmentation/zone-flow';
import { builtModel, problemsOfInput, sandboxInput } from './sandbox-facts';

const input = sandboxInput();
const model = builtModel(input);
const sitesById = new Map(model.sites.map((site) => [site.id, site]));

/** Paths of everything in a value that isn't frozen. */
function unfrozen(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, member]) => unfrozen(member, `${path}.${key}`));
  return Object.isFrozen(value) ? inside : [path, ...inside];
}

describe('buildModel()', () => {
  test('freezes the model to its leaves', () => {
    expect(unfrozen(model, 'model')).toEqual([]);
  });

  test('sorts every list by id, and namespaces by cluster and name', () => {
    const keys: Readonly<Record<string, readonly string[]>> = {
      sites: model.sites.map(({ id }) => id),
      clusters: model.clusters.map(({ id }) => id),
      tenants: model.tenants.map(({ id }) => id),
      systems: model.systems.map(({ id }) => id),
      flows: model.flows.map(({ id }) => id),
      namespaces: model.namespaces.map(({ cluster, name }) => `${cluster}\u0000${name}`),
    };
    for (const list of Object.values(keys)) expect(list).toEqual(list.toSorted());
    expect(Object.values(keys).every((list) => list.length > 3)).toBe(true);
  });

  test('gives the same model when the facts are declared in another order', () => {
    const { facts } = input;
    const turned = sandboxInput({
      sites: new Map([...facts.sites].toReversed()),
      tenants: new Map([...facts.tenants].toReversed()),
      systems: new Map([...facts.systems].toReversed()),
    });
    expect(JSON.stringify(builtModel(turned))).toBe(JSON.stringify(model));
  });

  test('places each system at its owner’s home, warm at another site from level 4 on', () => {
    const homes = new Map(model.tenants.map(({ id, homeSite }) => [id, homeSite]));
    for (const { id, owner, level, placements } of model.systems) {
      const [home, standby] = placements;
      expect({ id, role: home.role, site: home.site }).toEqual({ id, role: 'home', site: homes.get(owner) });
      expect({ id, warm: standby !== undefined }).toEqual({ id, warm: levelRules[level].warmStandby });
      expect(standby?.site).not.toBe(home.site);
    }
  });

  test('keeps level 5 on a cluster of its own at both places, at least 30 km apart', () => {
    const highest = model.systems.filter(({ level }) => level === 5);
    expect(highest.map(({ id }) => id)).toEqual(['population-database']);
    for (const { id, placements } of highest) {
      const clusters = placements.map(({ cluster }) => model.clusters.find((one) => one.id === cluster));
      expect(clusters.map((one) => [one?.role, one?.system])).toEqual([
        ['dedicated', id],
        ['dedicated', id],
      ]);
      const home = sitesById.get(placements[0].site);
      expect(home?.kind === 'national-data-center' ? home.standby : '').toBe(placements[1]?.site);
      expect(home?.kind === 'national-data-center' ? home.standbyDistanceKm : 0).toBeGreaterThanOrEqual(30);
    }
  });

  test('gives every tenant a standby that is another data center than its home', () => {
    for (const { id, homeSite, standbySite } of model.tenants) {
      expect({ id, same: homeSite === standbySite }).toEqual({ id, same: false });
      expect(sitesById.get(standbySite)?.kind).toBe('national-data-center');
    }
  });

  test('makes one namespace for each zone in a namespace, placement and system, and one for each commune’s part', () => {
    const expected = model.systems.flatMap(({ id, zones, placements }) =>
      placements.flatMap(({ cluster }) =>
        zones.filter((zone) => findZone(zone).hosting === 'namespace').map((zone) => `${cluster} ${id} ${zone}`),
      ),
    );
    const made = model.namespaces.filter(({ communePart }) => !communePart);
    expect(made.map(({ cluster, system, zone }) => `${cluster} ${system} ${zone}`).toSorted()).toEqual(
      expected.toSorted(),
    );
    const communes = model.tenants.filter(({ kind }) => kind === 'commune').map(({ id }) => id);
    expect(model.namespaces.filter(({ communePart }) => communePart).map(({ tenant }) => tenant)).toEqual(communes);
  });

  test('opens inside each system the rows of the zone table whose zones it has, and no others', () => {
    for (const { id, zones } of model.systems) {
      const rows = zoneFlowTable.filter(({ from, to }) => zones.includes(from) && zones.includes(to));
      const flows = model.flows.filter(
        ({ from, to }) => from.kind === 'zone' && to.kind === 'zone' && from.system === id && to.system === id,
      );
      expect(flows.map((flow) => flow.id)).toEqual(rows.map(({ from, to }) => `${id}/${from}-to-${to}`).toSorted());
    }
  });

  test('carries every flow between two owners over a broker', () => {
    const owners = new Map(model.systems.map(({ id, owner }) => [id, owner]));
    const between = model.flows.filter(
      ({ from, to }) => from.kind === 'zone' && to.kind === 'zone' && owners.get(from.system) !== owners.get(to.system),
    );
    expect(between.length).toBeGreaterThan(3);
    expect(between.filter(({ broker }) => broker === undefined)).toEqual([]);
  });

  test('puts each copy at a site that stands in the country, the primary first and at home', () => {
    for (const { backup, placements } of model.systems) {
      if (backup === undefined) continue;
      expect(backup.copies[0]).toMatchObject({ site: placements[0].site, medium: 'primary' });
      expect(backup.copies.filter(({ site }) => !sitesById.has(site))).toEqual([]);
    }
  });

  test('gives each host to one cluster, and says so on the host', () => {
    const given = model.clusters.flatMap(({ id, hosts }) => hosts.map((host) => `${host.id} ${id}`));
    const said = model.sites
      .flatMap((site) => (site.kind === 'national-data-center' ? site.failureDomains : []))
      .flatMap(({ hosts }) => hosts.flatMap(({ id, cluster }) => (cluster === undefined ? [] : [`${id} ${cluster}`])));
    expect(said.toSorted()).toEqual(given.toSorted());
    expect(new Set(given.map((one) => one.split(' ')[0])).size).toBe(given.length);
  });

  test('spreads the control plane of each cluster over three failure domains', () => {
    const domains = (cluster: Model['clusters'][number]): number =>
      new Set(cluster.hosts.filter(({ role }) => role === 'control').map(({ failureDomain }) => failureDomain)).size;
    expect(model.clusters.map((cluster) => [cluster.id, domains(cluster)])).toEqual(
      model.clusters.map(({ id }) => [id, 3]),
    );
  });

  test('reports the problems of every part at once, sorted by place', () => {
    const { facts } = input;
    const bend = <Value extends object>(
      kind: ReadonlyMap<string, { file: string; value: Value }>,
      id: string,
      change: object,
    ) =>
      new Map(
        [...kind].map(([key, fact]) => [key, key === id ? { ...fact, value: { ...fact.value, ...change } } : fact]),
      );
    const problems = problemsOfInput(
      sandboxInput({
        hostClasses: facts.hostClasses.map((row) => ({ ...row, cores: 1 })),
        sites: bend(facts.sites, 'ndc-1', { standby: 'nowhere', serves: [] }),
        tenants: bend(facts.tenants, 'gcc', { home: 'leased-hanoi' }),
        systems: bend(facts.systems, 'open-data-portal', { level: 1, operator: 'nobody' }),
      }),
    );
    expect(problems.length).toBeGreaterThan(4);
    expect(problems.toSorted((a, b) => ((a.split(' at ')[1] ?? '') < (b.split(' at ')[1] ?? '') ? -1 : 1))).toEqual(
      problems,
    );
    const codes = problems.map((one) => one.split(' at ')[0]);
    const wanted = [
      'standby-unknown',
      'home-unknown',
      'operator-unknown',
      'province-not-served',
      'quota-over-capacity',
    ];
    expect(wanted.filter((code) => !codes.includes(code))).toEqual([]);
  });
});
