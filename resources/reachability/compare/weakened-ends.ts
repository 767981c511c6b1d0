import { workloadName } from '../peers/workload';
import { directions, type Direction } from '../policy/policy';
import type { BothStates } from '../query/changes';
import type { Governing } from '../solve/governing';
import type { Reachability } from '../solve/reachability';
import { protocols, type Protocol } from '../traffic/traffic';
import type { TrafficSet } from '../traffic/traffic-sets';
import { EndComparison, type EndInBoth } from './end-comparison';

/** Traffic that is refused as before, by less than before: by one end of two, or by fewer kinds of policies at an end. */
export interface WeakenedFlow {
  readonly by: 'ends' | 'kinds';
  /** Workloads as `namespace/name[Kind]`. */
  readonly from: string;
  readonly to: string;
  readonly protocol: Protocol;
  /** First and last port of each range. */
  readonly ports: readonly (readonly [number, number])[];
  /** What refused it: each end that did (`egress`, `ingress`), or each kind of policies and the plugin at one end. */
  readonly before: readonly string[];
  /** What refuses it still; fewer. */
  readonly after: readonly string[];
}

/** A workload that refuses less than before in a direction; its flows are found as they are asked for. */
export interface WeakenedEnd {
  readonly end: string;
  readonly direction: Direction;
  readonly flows: Iterable<WeakenedFlow>;
}

/** How the refusal by a network plugin is called that lets nothing pass without a policy. */
export const PLUGIN = 'plugin';

/**
 * Every workload of both states that refuses less than before though nothing more passes: it lets something in or out that
 * only the other end refuses now, or fewer kinds of policies close it. Workloads with the addresses of their nodes are left
 * out, which no policy closes for certain; so are peers that are in one state alone.
 */
export function* weakenedEnds(both: BothStates): Generator<WeakenedEnd> {
  const comparison = new EndComparison(both);
  for (const name of [...both.numbers.after.keys()].toSorted()) {
    const end = comparison.tryEnd(name);
    if (end === undefined) continue;
    for (const direction of directions) {
      const opened = comparison.openedTo(end, direction);
      const locks = new LostLocks(both, end, direction);
      if (opened.length === 0 && !locks.areFewer) continue;
      const flows = new Flows(both, comparison, { end, direction, opened, locks });
      yield { end: name, direction, flows };
    }
  }
}

interface Asked {
  readonly end: EndInBoth;
  readonly direction: Direction;
  /** Peers to or from which the end lets more pass than before. */
  readonly opened: readonly EndInBoth[];
  readonly locks: LostLocks;
}

/** The flows of one end: those that it opens, then those that fewer kinds of policies close. */
class Flows implements Iterable<WeakenedFlow> {
  public constructor(
    private readonly both: BothStates,
    private readonly comparison: EndComparison,
    private readonly asked: Asked,
  ) {}

  public *[Symbol.iterator](): Generator<WeakenedFlow> {
    const { end, direction, opened, locks } = this.asked;
    const others = { ingress: 'egress', egress: 'ingress' } as const;
    for (const peer of opened) {
      const other = others[direction];
      const refused = this.refusedIn(other, peer, end);
      const open = this.comparison.widened(direction, end, peer);
      yield* this.flowsOf(peer, this.sets.and(refused, open), {
        by: 'ends',
        before: ['egress', 'ingress'],
        after: [other],
      });
    }
    if (!locks.areFewer) return;
    for (const peer of this.comparison.peers) {
      const refused = this.refusedIn(direction, end, peer);
      yield* this.flowsOf(peer, refused, { by: 'kinds', before: locks.before, after: locks.after });
    }
  }

  private get sets(): Reachability['answers']['sets'] {
    return this.both.states.after.answers.sets;
  }

  /** The traffic that an end refuses a peer for certain, in both states. */
  private refusedIn(direction: Direction, end: EndInBoth, peer: EndInBoth): TrafficSet {
    const { answers } = this.both.states.after;
    const [old, now] = this.comparison.answersOf(direction, end, peer);
    const passes = answers.sets.or(answers.possibleOf(old), answers.possibleOf(now));
    return answers.sets.minus(answers.sets.everything, passes);
  }

  private *flowsOf(
    peer: EndInBoth,
    traffic: TrafficSet,
    walls: Pick<WeakenedFlow, 'by' | 'before' | 'after'>,
  ): Generator<WeakenedFlow> {
    const { workloads } = this.both.states.after;
    const { end, direction } = this.asked;
    if (this.both.states.after.isItself(end.after, peer.after) || workloads[peer.after]?.hostNetwork === true) return;
    const [own, others] = [end, peer].map((one) => {
      const workload = workloads[one.after];
      return workload === undefined ? '' : workloadName(workload);
    });
    const [from = '', to = ''] = direction === 'ingress' ? [others, own] : [own, others];
    const ranges = this.sets.rangesOf(traffic);
    for (const protocol of protocols) {
      const ports = ranges.filter((one) => one.protocol === protocol).map(({ first, last }) => [first, last] as const);
      if (ports.length > 0) yield { from, to, protocol, ports, ...walls };
    }
  }
}

/** The kinds of policies that close an end in a direction for certain, before and after. */
class LostLocks {
  public readonly before: readonly string[];
  public readonly after: readonly string[];

  public constructor(both: BothStates, end: EndInBoth, direction: Direction) {
    const { before, after } = both.states;
    this.before = locksOf(before, before.governing(direction, end.before));
    this.after = locksOf(after, after.governing(direction, end.after));
  }

  /** Whether some are gone, none came, and one at least is left: without any, what opens shows by itself. */
  public get areFewer(): boolean {
    const { before, after } = this;
    return after.length > 0 && after.length < before.length && after.every((one) => before.includes(one));
  }
}

function locksOf({ isClosed }: Reachability, { namespace }: Governing): readonly string[] {
  const kinds = namespace.policies
    .filter(({ policy, certain }) => policy.isolates && certain)
    .map(({ policy }) => policy.resource.kind);
  return [...new Set(kinds)].toSorted().concat(isClosed ? [PLUGIN] : []);
}
