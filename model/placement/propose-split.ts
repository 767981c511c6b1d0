import { groupBy } from '../group-by';
import { FIRST_SHARED_SLOT, SHARED_SLOT_MAX, sharedClusterOf, type SharedClusterSite } from '../site/shared-cluster';
import type { ClusterLoad } from './cluster-load';
import { namespaceLimits, plannedMaximum, plannedUse } from './planned-use';

/** One further shared cluster as the site's fact declares it. */
type SharedClusterEntry = NonNullable<SharedClusterSite['fact']['sharedClusters']>[number];

/** Further shared clusters that a data center needs, and what their first day moves. */
export interface Split {
  /** The whole list for the site's fact: what is there, then what is new. */
  readonly entries: readonly SharedClusterEntry[];
  /** Blocks that change their cluster, ascending. */
  readonly moves: readonly { readonly block: string; readonly to: string }[];
}

/** What a block uses of each limit in each situation. */
type Use = ReadonlyMap<string, { readonly used: number; readonly most: number }>;

/**
 * The split that moves the fewest blocks: an overfull cluster keeps as many blocks as fit, in order of their codes,
 * and the rest goes to new clusters in the same way. Undefined when no number of clusters is enough, because one block
 * alone is too large or the address plan has no more slots.
 */
export function proposeSplit(
  site: SharedClusterSite,
  loads: readonly ClusterLoad[],
  blocks: ReadonlyMap<string, string>,
): Split | undefined {
  const given = site.fact.sharedClusters ?? [];
  const ranges = groupBy(usesByBlock(loads, blocks), ([block]) => sharedClusterOf(site, block));
  const cuts = [...ranges.values()].map(cutRange);
  if (cuts.includes(undefined)) return undefined;
  const starts = cuts.flatMap((cut) => cut ?? []).toSorted();
  const free = freeSlots(given);
  if (starts.length > free.length) return undefined;
  const added = starts.flatMap((from, index) => (free[index] === undefined ? [] : [{ slot: free[index], from }]));
  const entries = [...given, ...added];
  const after = { ...site, fact: { sharedClusters: entries } };
  const moves = [...ranges].flatMap(([cluster, range]) =>
    range.map(([block]) => ({ block, to: sharedClusterOf(after, block) })).filter(({ to }) => to !== cluster),
  );
  return { entries, moves: moves.toSorted((a, b) => (a.block < b.block ? -1 : 1)) };
}

function freeSlots(given: readonly SharedClusterEntry[]): readonly number[] {
  const taken = new Set([FIRST_SHARED_SLOT, ...given.map(({ slot }) => slot)]);
  return Array.from({ length: SHARED_SLOT_MAX + 1 }, (_, slot) => slot).filter((slot) => !taken.has(slot));
}

/** Every block with what it uses, ascending. */
function usesByBlock(
  loads: readonly ClusterLoad[],
  blocks: ReadonlyMap<string, string>,
): readonly (readonly [string, Use])[] {
  const uses = new Map<string, Map<string, { used: number; most: number }>>();
  for (const { lost, namespaces } of loads) {
    for (const [block, members] of groupBy(namespaces, (namespace) => blocks.get(namespace.tenant) ?? '')) {
      const use = uses.get(block) ?? new Map<string, { used: number; most: number }>();
      uses.set(block, use);
      const planned = plannedUse(members);
      for (const limit of namespaceLimits)
        use.set(`${lost ?? ''} ${limit}`, { used: planned[limit], most: plannedMaximum(limit) });
    }
  }
  return [...uses].toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** The blocks of one cluster at which a further one begins; undefined when a block alone is too large. */
function cutRange(range: readonly (readonly [string, Use])[]): readonly string[] | undefined {
  const starts: string[] = [];
  let held = new Map<string, number>();
  for (const [block, use] of range) {
    if (!fits(new Map(), use)) return undefined;
    if (!fits(held, use)) {
      starts.push(block);
      held = new Map();
    }
    for (const [key, { used }] of use) held.set(key, (held.get(key) ?? 0) + used);
  }
  return starts;
}

function fits(held: ReadonlyMap<string, number>, use: Use): boolean {
  return [...use].every(([key, { used, most }]) => (held.get(key) ?? 0) + used <= most);
}
