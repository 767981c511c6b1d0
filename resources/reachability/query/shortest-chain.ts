import type { Verdict } from '../solve/answers';
import type { Reachability } from '../solve/reachability';
import { chainOf, closureOf, podEnd } from './closure';
import type { End } from './ends';
import { passedBetween, type Hop } from './hop';
import { StepIndex } from './steps';

/** How one end is reached from a workload. */
export interface ShortestChain {
  /** Denied where no chain leads there; it depends where only such chains do of which a step depends. */
  readonly verdict: Verdict;
  /** Empty where no chain leads there, and for the workload itself. */
  readonly chain: readonly Hop[];
}

/** A shortest chain of flows from a workload to an end; over what is allowed for certain if there is one. */
export function tryShortestChain(reachability: Reachability, start: number, goal: End): ShortestChain {
  for (const verdict of ['allowed', 'depends'] as const) {
    const chain = tryChain(new StepIndex(reachability, verdict), start, goal);
    if (chain !== undefined) return { verdict, chain };
  }
  return { verdict: 'denied', chain: [] };
}

function tryChain(index: StepIndex, start: number, goal: End): readonly Hop[] | undefined {
  const { reachability } = index;
  const closure = closureOf(index, start);
  if (goal.side === 'pods') return closure.tryChainTo(goal.member);
  // The nearest come first.
  const last = [start, ...closure.reached].find((one) =>
    index.isStep(passedBetween(reachability, { from: podEnd(one), to: goal })),
  );
  const before = last === undefined ? undefined : closure.tryChainTo(last);
  if (last === undefined || before === undefined) return undefined;
  return [...before, ...chainOf(reachability, [podEnd(last), goal])];
}
