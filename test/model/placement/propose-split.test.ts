import fc from 'fast-check';
import { OBJECTS_PER_NAMESPACE, OBJECTS_PER_POD } from '../../../model/limits';
import type { ClusterLoad } from '../../../model/placement/cluster-load';
import { plannedMaximum, plannedUse } from '../../../model/placement/planned-use';
import { proposeSplit } from '../../../model/placement/propose-split';
import { sharedClusterOf, type SharedClusterSite } from '../../../model/site/shared-cluster';
import type { Namespace } from '../../../model/tenancy/namespace';
import { healthyModel } from '../../support/healthy-model';

const objectsMost = plannedMaximum('objects');
/** Pods of one block that fit: each brings its Cilium endpoint, so objects run out before pods. */
const podsMost = Math.floor((objectsMost - OBJECTS_PER_NAMESPACE) / OBJECTS_PER_POD);
const [sample] = healthyModel().namespaces;

function namespaceOf(block: string, pods: number): Namespace {
  if (sample === undefined) throw new Error('the healthy model has namespaces');
  return { ...sample, name: block, tenant: block, quota: { ...sample.quota, pods } };
}

/** Pods of blocks in normal operation, and more after the loss of another site. */
type Demand = readonly { readonly block: string; readonly pods: number; readonly more: number }[];

function loadsOf(site: SharedClusterSite, demand: Demand): readonly ClusterLoad[] {
  return demand.flatMap(({ block, pods, more }) => {
    const cluster = sharedClusterOf(site, block);
    return [
      { cluster, namespaces: [namespaceOf(block, pods)] },
      { cluster, lost: 'ndc-2', namespaces: [namespaceOf(block, pods + more)] },
    ];
  });
}

const blocksIn = (demand: Demand): ReadonlyMap<string, string> => new Map(demand.map(({ block }) => [block, block]));

/** Objects of each cluster when all of what may come has come. */
function objectsOf(site: SharedClusterSite, demand: Demand): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { block, pods, more } of demand) {
    const cluster = sharedClusterOf(site, block);
    sums.set(cluster, (sums.get(cluster) ?? 0) + objectsFor(pods + more));
  }
  return sums;
}

const objectsFor = (pods: number): number => OBJECTS_PER_NAMESPACE + pods * OBJECTS_PER_POD;

const site = { id: 'ndc-1', fact: {} };
const demands = fc.uniqueArray(fc.integer({ min: 1, max: 96 }), { minLength: 1, maxLength: 30 }).chain((codes) =>
  fc.tuple(
    ...codes.map((code) =>
      fc.record({
        block: fc.constant(String(code).padStart(2, '0')),
        pods: fc.integer({ min: 0, max: 20_000 }),
        more: fc.integer({ min: 0, max: 10_000 }),
      }),
    ),
  ),
);

describe('proposeSplit()', () => {
  test('leaves a site alone whose blocks fit into what it has', () => {
    const demand = [{ block: '01', pods: podsMost, more: 0 }];
    expect(proposeSplit(site, loadsOf(site, demand), blocksIn(demand))).toEqual({ entries: [], moves: [] });
  });

  test('gives what no longer fits to a new cluster, counting what a lost site brings', () => {
    const demand = ['01', '24', '79', '96'].map((block) => ({ block, pods: 30_000, more: 10_000 }));
    expect(proposeSplit(site, loadsOf(site, demand), blocksIn(demand))).toEqual({
      entries: [{ slot: 1, from: '79' }],
      moves: [
        { block: '79', to: 'ndc-1-shared-1' },
        { block: '96', to: 'ndc-1-shared-1' },
      ],
    });
  });

  test('splits the range that is overfull, and keeps the slots of the others', () => {
    const two = { id: 'ndc-1', fact: { sharedClusters: [{ slot: 2, from: '40' }] } };
    const demand = ['01', '40', '79', '96'].map((block) => ({ block, pods: 45_000, more: 0 }));
    expect(proposeSplit(two, loadsOf(two, demand), blocksIn(demand))).toEqual({
      entries: [
        { slot: 2, from: '40' },
        { slot: 1, from: '96' },
      ],
      moves: [{ block: '96', to: 'ndc-1-shared-1' }],
    });
  });

  test('knows no way when one block alone is too large, or when the slots run out', () => {
    const large = [{ block: '01', pods: podsMost + 1, more: 0 }];
    expect(proposeSplit(site, loadsOf(site, large), blocksIn(large))).toBeUndefined();
    const many = ['01', '02', '03', '04', '05'].map((block) => ({ block, pods: podsMost, more: 0 }));
    expect(proposeSplit(site, loadsOf(site, many), blocksIn(many))).toBeUndefined();
  });

  test('is enough whenever there is one, and moves no block that could have stayed', () => {
    fc.assert(
      fc.property(demands, (demand) => {
        const split = proposeSplit(site, loadsOf(site, demand), blocksIn(demand));
        if (split === undefined) return;
        const after = { id: 'ndc-1', fact: { sharedClusters: [...split.entries] } };
        for (const [cluster, objects] of objectsOf(after, demand))
          expect({ cluster, fits: objects <= objectsMost }).toEqual({ cluster, fits: true });
        const moved = new Set(split.moves.map(({ block }) => block));
        expect(moved).toEqual(
          new Set(
            demand.filter(({ block }) => sharedClusterOf(after, block) !== 'ndc-1-shared-0').map((one) => one.block),
          ),
        );
        const first = demand.filter(({ block }) => block === [...moved].toSorted()[0]);
        const stayed = objectsOf(after, demand).get('ndc-1-shared-0') ?? 0;
        for (const { pods, more } of first) expect(stayed + objectsFor(pods + more)).toBeGreaterThan(objectsMost);
      }),
      { seed: 5 },
    );
  });

  test('counts each limit that namespaces use up', () => {
    const names = [namespaceOf('01', 7), namespaceOf('02', 5)];
    expect(plannedUse(names)).toEqual({
      namespaces: 2,
      pods: 12,
      services: 4,
      identities: 8,
      objects: 84,
      networkPolicies: 10,
    });
  });
});
