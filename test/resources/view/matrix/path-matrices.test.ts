import type { JsonObject } from '../../../../resources/resource';
import { findAlikeEnds } from '../../../../resources/view/reachability/matrix/alike-ends';
import type { NamespacePair } from '../../../../resources/view/reachability/matrix/namespace-pairs';
import { PathMatrices } from '../../../../resources/view/reachability/matrix/path-matrices';
import {
  countPaths,
  type ClusterPairs,
  type PathMatrix,
} from '../../../../resources/view/reachability/matrix/path-matrix';
import { Chance } from '../../reachability/oracle/chance';
import { healthyModel } from '../../../support/healthy-model';
import { CLUSTER, viewOf } from '../../../support/view-of';

const NAMES = ['a', 'b', 'c', 'd', 'e'];
const ENDS = ['x', 'y', 'z'].map((id) => ({ kind: 'zone', id }) as const);

function randomPairs(chance: Chance, cluster: string): ClusterPairs {
  const places = [...NAMES, undefined];
  const pairs = places.flatMap((from) =>
    places.flatMap((to): readonly NamespacePair[] => {
      if ((from ?? to) === undefined || chance.once(2)) return [];
      const flag = (): boolean => chance.once(2);
      return [{ cluster, from, to, declared: flag(), proved: flag(), undeclared: flag(), closed: flag() }];
    }),
  );
  return { cluster, namespaces: NAMES, pairs };
}

/** Counts a cell by asking about every pair of places of every cluster. */
function countCell(
  clusters: readonly ClusterPairs[],
  [row, column]: readonly [number, number],
  endOf: (cluster: string, place: string | undefined) => number | undefined,
) {
  const counted = { from: row, to: column, declared: 0, proved: 0, undeclared: 0, closed: 0, pairs: 0 };
  for (const { cluster, namespaces, pairs } of clusters) {
    for (const from of [...namespaces, undefined]) {
      for (const to of [...namespaces, undefined]) {
        if (endOf(cluster, from) !== row || endOf(cluster, to) !== column) continue;
        counted.pairs += 1;
        const pair = pairs.find((one) => one.from === from && one.to === to);
        if (pair?.declared === true) counted.declared += 1;
        if (pair?.proved === true) counted.proved += 1;
        if (pair?.undeclared === true) counted.undeclared += 1;
        if (pair?.closed === true) counted.closed += 1;
      }
    }
  }
  return counted;
}

describe('countPaths()', () => {
  it('counts what asking about every pair of places counts, for random paths and groups', () => {
    for (let seed = 1; seed <= 50; seed++) {
      const chance = new Chance(seed);
      const clusters = ['one', 'two'].map((cluster) => randomPairs(chance, cluster));
      const group = new Map(
        clusters.flatMap(({ cluster }) =>
          [...NAMES, undefined].map((place) => [`${cluster} ${place}`, chance.below(ENDS.length + 1)] as const),
        ),
      );
      const endOf = (cluster: string, place: string | undefined): number | undefined => {
        const end = group.get(`${cluster} ${place}`) ?? 0;
        return end < ENDS.length ? end : undefined;
      };
      const { cells } = countPaths(clusters, ENDS, endOf);
      for (const cell of cells) expect(cell).toEqual(countCell(clusters, [cell.from, cell.to], endOf));
      const listed = new Set(cells.map(({ from, to }) => `${from} ${to}`));
      const silent = ENDS.flatMap((_, row) => ENDS.map((_one, column) => [row, column] as const)).filter(
        ([row, column]) => !listed.has(`${row} ${column}`),
      );
      for (const place of silent)
        expect(countCell(clusters, place, endOf)).toMatchObject({ declared: 0, proved: 0, undeclared: 0, closed: 0 });
      expect(cells.map(({ from, to }) => from * ENDS.length + to)).toEqual(
        cells.map(({ from, to }) => from * ENDS.length + to).toSorted((a, b) => a - b),
      );
    }
  });
});

function namespace(name: string): JsonObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}

const deny = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'deny', namespace: 'p01-proc-database' },
  spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
};

const own = ['p01-proc-dmz', 'p01-proc-server', 'p01-proc-database', 'c00004-proc'];

function matrices(resources: readonly JsonObject[]): PathMatrices {
  const whole = healthyModel();
  const clusters = whole.clusters.filter(({ id }) => id === CLUSTER);
  const namespaces = whole.namespaces.filter(({ cluster, name }) => cluster === CLUSTER && own.includes(name));
  expect(namespaces.map(({ name }) => name).toSorted()).toEqual(own.toSorted());
  const view = viewOf({ model: { ...whole, clusters, namespaces }, resources });
  return new PathMatrices(view.reachability, view.model);
}

function cellText({ ends, cells }: PathMatrix): readonly string[] {
  return cells
    .filter(({ proved }) => proved > 0)
    .map(({ from, to, proved, undeclared, pairs }) => {
      const [caller, called] = [ends[from]?.id, ends[to]?.id];
      return `${caller} > ${called}: ${proved} of ${pairs}, ${undeclared} undeclared`;
    });
}

describe('PathMatrices', () => {
  const open = matrices([...own.map(namespace), deny]);

  it('counts paths between zones, the platform and what is outside', () => {
    const text = cellText(open.zones());
    expect(text).toContain('dmz > dmz: 1 of 1, 1 undeclared');
    expect(text).toContain('server > dmz: 2 of 2, 2 undeclared');
    expect(text).toContain('outside > dmz: 1 of 1, 1 undeclared');
    expect(text.filter((one) => one.includes('database'))).toEqual([]);
  });

  it('counts what is declared and closed though nothing passes', () => {
    const { ends, cells } = open.zones();
    const [server, database] = ['server', 'database'].map((zone) => ends.findIndex(({ id }) => id === zone));
    const cell = cells.find(({ from, to }) => from === server && to === database);
    expect(cell).toMatchObject({ proved: 0, closed: 2 });
    expect(cell?.declared).toBeGreaterThanOrEqual(2);
  });

  it('lists agencies by name, each province before its communes', () => {
    const { ends } = open.tenants();
    expect(ends.map(({ id }) => id)).toEqual(['national-owner', 'p01', 'c00004', 'platform', 'outside']);
    expect(ends[1]?.officialName).toEqual({ vi: expect.any(String) as string, en: expect.any(String) as string });
  });

  it('counts communes to their province', () => {
    const { ends, cells } = open.provinces();
    expect(ends.map(({ id }) => id)).toEqual(['p01']);
    expect(cells).toHaveLength(1);
    expect(cells[0]).toMatchObject({ from: 0, to: 0, proved: 9, pairs: 16 });
  });

  it('tells what a province shares with its communes and with others', () => {
    const [matrix = { ends: [], cells: [] }] = open.provinceTenants().map((province) => open.communesOf(province));
    expect(matrix.ends.map(({ id }) => id)).toEqual(['p01', 'c00004', 'elsewhere', 'platform', 'outside']);
    const [first, second, ...others] = findAlikeEnds(matrix);
    expect(others).toEqual([]);
    expect(first?.ends.map(({ id }) => id)).toEqual(['p01']);
    expect(first?.calls.communes.proved).toBe(2);
    expect(second?.called.province).toEqual(first?.calls.communes);
    expect(second?.calls.itself.proved).toBe(1);
  });

  it('has one total for all clusters, the sum of the zones', () => {
    const { proved, declared, undeclared, closed, policies, clusters } = open.totals();
    const sum = (count: 'declared' | 'proved' | 'undeclared' | 'closed'): number =>
      open.zones().cells.reduce((all, cell) => all + cell[count], 0);
    expect({ declared, proved, undeclared, closed }).toEqual({
      declared: sum('declared'),
      proved: sum('proved'),
      undeclared: sum('undeclared'),
      closed: sum('closed'),
    });
    expect({ policies, clusters }).toEqual({ policies: 1, clusters: 1 });
  });
});

describe('findAlikeEnds()', () => {
  it('joins communes of the same numbers, and puts those that differ before them', () => {
    const ends = [
      { kind: 'province', id: 'p' },
      { kind: 'commune', id: 'a' },
      { kind: 'commune', id: 'b' },
      { kind: 'commune', id: 'c' },
      { kind: 'outside', id: 'outside' },
    ] as const;
    const cell = (from: number, to: number, undeclared: number) => ({
      from,
      to,
      declared: 1,
      proved: 1,
      undeclared,
      closed: 0,
      pairs: 1,
    });
    const alike = findAlikeEnds({ ends, cells: [cell(0, 1, 0), cell(0, 2, 0), cell(0, 3, 1), cell(3, 4, 1)] });
    expect(alike.map((one) => one.ends.map(({ id }) => id))).toEqual([['p'], ['c'], ['a', 'b']]);
    expect(alike[0]?.calls.communes).toEqual({ declared: 3, proved: 3, undeclared: 1, closed: 0 });
    expect(alike[1]?.calls.outside).toEqual({ declared: 1, proved: 1, undeclared: 1, closed: 0 });
  });
});
