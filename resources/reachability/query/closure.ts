import type { Reachability } from '../solve/reachability';
import type { End } from './ends';
import { tryHop, type Hop } from './hop';
import type { StepIndex } from './steps';
import { Walk } from './walk';

/** What somebody who holds one workload can reach, in any number of steps. */
export interface Closure {
  /** Numbers of the workloads beside the first, nearest first. */
  readonly reached: readonly number[];
  /** In how many steps each workload is reached at least, by its number: none the first itself. */
  readonly hops: ReadonlyMap<number, number>;
  /** The same of what is outside, by its number; nothing outside hands on what it gets. */
  readonly hopsOutside: ReadonlyMap<number, number>;
  /** A shortest chain of flows to a workload; undefined when it can't be reached, empty for the first itself. */
  tryChainTo(member: number): readonly Hop[] | undefined;
}

/** Finds all that can be reached from a workload, over the flows that the index takes for a step. */
export function closureOf(index: StepIndex, start: number): Closure {
  const walk = new Walk(index, [start]);
  const hops = new Map(walk.met.map((one) => [one, walk.wayTo(one).length - 1] as const));
  let outside: ReadonlyMap<number, number> | undefined;
  return {
    reached: walk.met.filter((one) => one !== start),
    hops,
    // Many ask about workloads alone, and what is outside takes longer than all of them.
    get hopsOutside() {
      return (outside ??= hopsOutside(index, hops));
    },
    tryChainTo: (member) =>
      walk.hasMet(member) ? chainOf(index.reachability, walk.wayTo(member).map(podEnd)) : undefined,
  };
}

function hopsOutside(index: StepIndex, hops: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const { groups, outside } = index.reachability;
  const found = new Map<number, number>();
  for (const { ends, maps } of groups.egress) {
    const before = ends.reduce((least, end) => Math.min(least, hops.get(end) ?? least), Number.POSITIVE_INFINITY);
    if (before === Number.POSITIVE_INFINITY) continue;
    for (let member = 0; member < outside.count; member++) {
      const isNearer = before + 1 < (found.get(member) ?? Number.POSITIVE_INFINITY);
      if (isNearer && index.isStep(maps.outside.get(member))) found.set(member, before + 1);
    }
  }
  return new Map([...found].toSorted(([a], [b]) => a - b));
}

/** A workload as an end. */
export function podEnd(member: number): End {
  return { side: 'pods', member };
}

/** The steps between ends that stand in a row. */
export function chainOf(reachability: Reachability, ends: readonly End[]): readonly Hop[] {
  return ends.slice(1).map((to, before) => {
    const from = ends[before];
    const hop = from === undefined ? undefined : tryHop(reachability, { from, to });
    if (hop === undefined) throw new RangeError(`nothing passes on step ${before + 1} of a way that was found`);
    return hop;
  });
}
