import { compareText, firstOrder } from '../../../model/build/sort';
import { groupBy } from '../../../model/group-by';
import { printCount } from '../../../model/print-count';
import type { Closure } from '../../../resources/reachability/query/closure';
import { nameOf } from '../../../resources/reachability/query/ends';
import type { Reachability } from '../../../resources/reachability/solve/reachability';
import type { PagePart } from './page';

/** Something that a workload reaches, as it is written in JSON. */
export interface Reached {
  readonly from: string;
  /** A workload, the first and last of some addresses, or a host name. */
  readonly to: string;
  /** Steps of a shortest chain with this verdict. */
  readonly hops: number;
  /** Allowed where every step of some chain is; it depends where only chains lead there of which a step does. */
  readonly verdict: 'allowed' | 'depends';
  readonly isOutside: boolean;
}

/** Both closures of a workload: over what is allowed for certain, and also over what depends. */
export interface Closures {
  readonly start: number;
  readonly certain: Closure;
  readonly possible: Closure;
}

/** All that a workload reaches: certain before uncertain, workloads before what is outside, near before far. */
export function reachedBy(reachability: Reachability, { start, certain, possible }: Closures): readonly Reached[] {
  const from = nameOf(reachability, start);
  const workloads = (verdict: Reached['verdict'], of: Closure, known?: Closure): readonly Reached[] =>
    of.reached
      .filter((one) => known?.hops.has(one) !== true)
      .map((one) => ({
        from,
        to: nameOf(reachability, one),
        hops: of.hops.get(one) ?? 0,
        verdict,
        isOutside: false,
      }))
      .toSorted((a, b) => firstOrder(a.hops - b.hops, compareText(a.to, b.to)));
  return [
    ...workloads('allowed', certain),
    ...outsideRuns(reachability, { from, verdict: 'allowed', hops: certain.hopsOutside, known: new Map() }),
    ...workloads('depends', possible, certain),
    ...outsideRuns(reachability, {
      from,
      verdict: 'depends',
      hops: possible.hopsOutside,
      known: certain.hopsOutside,
    }),
  ];
}

interface OutsideReach extends Pick<Reached, 'from' | 'verdict'> {
  readonly hops: ReadonlyMap<number, number>;
  /** What is told already. */
  readonly known: ReadonlyMap<number, number>;
}

/** Neighbors outside that are equally far are told as one. */
function outsideRuns({ outside }: Reachability, { from, verdict, hops, known }: OutsideReach): readonly Reached[] {
  const runs: { first: number; last: number; hops: number }[] = [];
  for (const [member, steps] of [...hops].filter(([one]) => !known.has(one)).toSorted(([a], [b]) => a - b)) {
    const before = runs.at(-1);
    if (before?.hops === steps && outside.areNeighbors(before.last, member)) before.last = member;
    else runs.push({ first: member, last: member, hops: steps });
  }
  return runs
    .toSorted((a, b) => firstOrder(a.hops - b.hops, a.first - b.first))
    .map((run) => ({ from, to: outside.textOf(run.first, run.last), hops: run.hops, verdict, isOutside: true }));
}

/** A blast radius as a page: how many are reached, by hop, then which. */
export function closureParts(from: string, reached: readonly Reached[], others: number): readonly PagePart[] {
  const workloads = reached.filter(({ isOutside }) => !isOutside);
  const certain = workloads.filter(({ verdict }) => verdict === 'allowed').length;
  const perhaps = workloads.length - certain;
  const counts = `${certain} for certain, ${perhaps} perhaps`;
  const outside = reached.filter(({ isOutside }) => isOutside);
  const head = `${from} reaches ${workloads.length} of ${printCount(others, 'other workload')} in any number of steps: ${counts}`;
  return [
    { head, items: [] },
    ...(['allowed', 'depends'] as const).flatMap((verdict) => [
      ...partOf(verdict, WORKLOADS, workloads),
      ...partOf(verdict, OUTSIDE, outside),
    ]),
  ];
}

/** What is counted, one and many. */
type Counted = readonly [one: string, many: string];

const WORKLOADS: Counted = ['workload', 'workloads'];
const OUTSIDE: Counted = ['run of addresses or host name', 'runs of addresses or host names'];

function partOf(verdict: Reached['verdict'], [one, many]: Counted, reached: readonly Reached[]): readonly PagePart[] {
  const own = reached.filter((each) => each.verdict === verdict);
  if (own.length === 0) return [];
  const byHop = [...groupBy(own, ({ hops }) => hops)].toSorted(([a], [b]) => a - b);
  const counts = byHop.map(([hops, { length }]) => `${length} in ${printCount(hops, 'step')}`).join(', ');
  const head = `${verdict === 'allowed' ? 'for certain' : 'perhaps'} ${printCount(own.length, one, many)}, ${counts}`;
  return [{ head, items: own.map(({ hops, to }) => [`${hops}  ${to}`]) }];
}
