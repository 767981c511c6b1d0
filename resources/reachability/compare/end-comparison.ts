import type { Direction } from '../policy/policy';
import type { BothStates } from '../query/changes';
import type { Answer } from '../solve/answers';
import type { EndMap } from '../solve/end-map';
import type { TrafficSet } from '../traffic/traffic-sets';

/** A workload by its numbers in both states. */
export interface EndInBoth {
  readonly before: number;
  readonly after: number;
}

/** Compares what single ends let pass in two states of a cluster; ends that are governed alike are compared once. */
export class EndComparison {
  /** Workloads of both states, in the order of the later one. */
  public readonly peers: readonly EndInBoth[];
  private readonly byBefore: ReadonlyMap<number, EndInBoth>;
  private readonly byAfter: ReadonlyMap<number, EndInBoth>;
  private readonly opened = new Map<EndMap, Map<EndMap, readonly EndInBoth[]>>();

  public constructor(private readonly both: BothStates) {
    const { before, after } = both.numbers;
    this.peers = [...after].flatMap(([name, number]) => {
      const old = before.get(name);
      return old === undefined ? [] : [{ before: old, after: number }];
    });
    this.byBefore = new Map(this.peers.map((one) => [one.before, one]));
    this.byAfter = new Map(this.peers.map((one) => [one.after, one]));
  }

  /** A workload of both states by its name; undefined where policies don't close it for certain, on a node's addresses. */
  public tryEnd(name: string): EndInBoth | undefined {
    const [before, after] = [this.both.numbers.before.get(name), this.both.numbers.after.get(name)];
    if (before === undefined || after === undefined) return undefined;
    const { states } = this.both;
    const isOfNode = [states.before.workloads[before], states.after.workloads[after]].some(
      (one) => one?.hostNetwork === true,
    );
    return isOfNode ? undefined : { before, after };
  }

  /** What an end answers a peer before and after, in the numbers of the later state. */
  public answersOf(direction: Direction, end: EndInBoth, peer: EndInBoth): readonly [Answer, Answer] {
    const [old, now] = this.mapsOf(direction, end);
    return [this.both.inAfter('before', old.get(peer.before)), now.get(peer.after)];
  }

  /** The traffic that an end refused a peer, and may let pass now. */
  public widened(direction: Direction, end: EndInBoth, peer: EndInBoth): TrafficSet {
    return this.between(...this.answersOf(direction, end, peer));
  }

  /** The peers to or from which an end may let something pass that it refused. */
  public openedTo(end: EndInBoth, direction: Direction): readonly EndInBoth[] {
    const [old, now] = this.mapsOf(direction, end);
    const ofOld = this.opened.get(old) ?? new Map<EndMap, readonly EndInBoth[]>();
    this.opened.set(old, ofOld);
    const found = ofOld.get(now) ?? this.findOpened(old, now);
    ofOld.set(now, found);
    return found;
  }

  private mapsOf(direction: Direction, end: EndInBoth): readonly [EndMap, EndMap] {
    const { before, after } = this.both.states;
    return [before.mapsOf(direction, end.before).pods, after.mapsOf(direction, end.after).pods];
  }

  private findOpened(old: EndMap, now: EndMap): readonly EndInBoth[] {
    const { nothing } = this.both.states.after.answers.sets;
    const apart = new Set<EndInBoth>();
    for (const { map, known } of [
      { map: old, known: this.byBefore },
      { map: now, known: this.byAfter },
    ])
      for (const member of [...map.first.map.apart.keys(), ...map.next.apart.keys()]) {
        const peer = known.get(member);
        if (peer !== undefined) apart.add(peer);
      }
    const isOpened = (were: Answer, are: Answer): boolean =>
      this.between(this.both.inAfter('before', were), are) !== nothing;
    const named = [...apart].filter((one) => isOpened(old.get(one.before), now.get(one.after)));
    const rest = isOpened(old.rest, now.rest) ? this.peers.filter((one) => !apart.has(one)) : [];
    return [...named, ...rest].toSorted((a, b) => a.after - b.after);
  }

  private between(old: Answer, now: Answer): TrafficSet {
    const { answers } = this.both.states.after;
    return answers.sets.minus(answers.possibleOf(now), answers.possibleOf(old));
  }
}
