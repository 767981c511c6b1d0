import type { Answer } from './answers';
import type { Outcomes } from './outcomes';
import type { PeerMap } from './peer-map';

/**
 * What one end lets pass, to or from each peer: what administrators say first, and then what follows. The former is shared
 * by all ends that the same administrators' policies govern, however many peers those name.
 */
export class EndMap {
  public constructor(
    private readonly outcomes: Outcomes,
    private readonly first: PeerMap,
    private readonly next: PeerMap,
  ) {}

  /** What passes to or from all peers that nothing tells apart. */
  public get rest(): Answer {
    return this.outcomes.then(this.first.rest, this.next.rest);
  }

  /** What passes to or from a peer. */
  public get(member: number): Answer {
    return this.outcomes.then(this.first.get(member), this.next.get(member));
  }

  /** Whether something may pass to or from peers that nobody names. */
  public isOpen(nothing: Answer): boolean {
    return this.next.rest !== nothing || this.outcomes.mayAccept(this.first.rest);
  }

  /** Peers to or from which something may pass although the end isn't open: those that someone names. */
  public *named(): Generator<number> {
    yield* this.next.apart.keys();
    for (const [member, outcome] of this.first.apart) if (this.outcomes.mayAccept(outcome)) yield member;
  }
}
