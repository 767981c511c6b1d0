import type { Reachability } from '../solve/reachability';
import type { End } from './ends';
import { tryHop, type Hop } from './hop';
import type { StepIndex } from './steps';
import { Walk } from './walk';

/** What somebody who holds one workload can reach, in any number of steps. */
export interface Closure {
  /** Numbers of the workloads beside the first, nearest first. */
  readonly reached: readonly number[];
  /** A shortest chain of flows to a workload; undefined when it can't be reached, empty for the first itself. */
  tryChainTo(member: number): readonly Hop[] | undefined;
}

/** Finds all that can be reached from a workload, over the flows that the index takes for a step. */
export function closureOf(index: StepIndex, start: number): Closure {
  const walk = new Walk(index, [start]);
  return {
    reached: walk.met.filter((one) => one !== start),
    tryChainTo: (member) =>
      walk.hasMet(member) ? chainOf(index.reachability, walk.wayTo(member).map(podEnd)) : undefined,
  };
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
