import type { Answer } from './answers';
import type { TrafficSet } from '../traffic/traffic-sets';
import type { Outcome, Outcomes } from './outcomes';
import type { PeerMap } from './peer-map';

/** What administrators say first to or from each peer: an outcome each. */
export interface FirstTier {
  readonly map: PeerMap;
  /** Peers set apart of which something may be accepted whatever follows. */
  readonly accepting: readonly number[];
}

/**
 * What one end lets pass, to or from each peer: what administrators say first, and then what follows. The former is shared
 * by all ends that the same administrators' policies govern, however many peers those name.
 */
export class EndMap {
  public constructor(
    private readonly outcomes: Outcomes,
    /** What administrators say first. */
    public readonly first: FirstTier,
    /** What follows lets pass. */
    public readonly next: PeerMap,
  ) {}

  /** What passes to or from all peers that nothing tells apart. */
  public get rest(): Answer {
    return this.outcomes.followedBy(this.first.map.rest, this.next.rest);
  }

  /** What passes to or from a peer. */
  public get(member: number): Answer {
    return this.outcomes.followedBy(this.first.map.get(member), this.next.get(member));
  }

  /** What passes where administrators do this and then so much may pass. */
  public composed(outcome: Outcome, next: Answer): Answer {
    return this.outcomes.followedBy(outcome, next);
  }

  /** The traffic with a peer that administrators may leave to what follows. */
  public passedOn(member: number): TrafficSet {
    return this.outcomes.passedOn(this.first.map.get(member));
  }

  /** Whether something may pass to or from peers that nobody names. */
  public isOpen(nothing: Answer): boolean {
    return this.next.rest !== nothing || this.outcomes.mayAccept(this.first.map.rest);
  }

  /** Peers to or from which something may pass although the end isn't open: those that someone names. */
  public *named(): Generator<number> {
    yield* this.next.apart.keys();
    yield* this.first.accepting;
  }
}
