import type { Protocol } from '../traffic/traffic';
import { SETS_MAX, type TrafficSet, type TrafficSets } from '../traffic/traffic-sets';

/** What may pass between two ends, for certain and perhaps: a pair of sets of traffic as one number. */
export type Answer = number;

/** What becomes of a flow; it depends where the API leaves it open, or on what files don't tell. */
export type Verdict = 'allowed' | 'denied' | 'depends';

/** Joins and narrows {@link Answer}s; the certain part of one is always within the part that may pass. */
export class Answers {
  /** Nothing passes. */
  public readonly nothing: Answer;
  /** Everything passes. */
  public readonly everything: Answer;

  public constructor(public readonly sets: TrafficSets) {
    this.nothing = this.of(sets.nothing, sets.nothing);
    this.everything = this.of(sets.everything, sets.everything);
  }

  /** The answer with this certain part and this part that may pass. */
  public of(certain: TrafficSet, possible: TrafficSet): Answer {
    return certain * SETS_MAX + possible;
  }

  /** What passes for certain. */
  public certainOf(answer: Answer): TrafficSet {
    return Math.floor(answer / SETS_MAX);
  }

  /** What may pass; the certain part is within it. */
  public possibleOf(answer: Answer): TrafficSet {
    return answer % SETS_MAX;
  }

  /** What an answer says of one port. */
  public verdictOf(answer: Answer, protocol: Protocol, port: number): Verdict {
    if (this.sets.holds(this.certainOf(answer), protocol, port)) return 'allowed';
    return this.sets.holds(this.possibleOf(answer), protocol, port) ? 'depends' : 'denied';
  }

  /** What passes both: one end's answer and the other's. */
  public both(left: Answer, right: Answer): Answer {
    if (left === right || right === this.everything) return left;
    if (left === this.everything) return right;
    if (left === this.nothing || right === this.nothing) return this.nothing;
    return this.of(
      this.sets.and(this.certainOf(left), this.certainOf(right)),
      this.sets.and(this.possibleOf(left), this.possibleOf(right)),
    );
  }

  /** What passes by either. */
  public either(left: Answer, right: Answer): Answer {
    return this.of(
      this.sets.or(this.certainOf(left), this.certainOf(right)),
      this.sets.or(this.possibleOf(left), this.possibleOf(right)),
    );
  }

  /** One of the two holds, and nobody can tell which. */
  public oneOf(left: Answer, right: Answer): Answer {
    if (left === right) return left;
    return this.of(
      this.sets.and(this.certainOf(left), this.certainOf(right)),
      this.sets.or(this.possibleOf(left), this.possibleOf(right)),
    );
  }

  /** The second answer for this traffic, the first for all other. */
  public replaced(answer: Answer, traffic: TrafficSet, by: Answer): Answer {
    const { sets } = this;
    if (traffic === sets.nothing) return answer;
    if (traffic === sets.everything) return by;
    const part = (old: TrafficSet, now: TrafficSet): TrafficSet =>
      sets.or(sets.minus(old, traffic), sets.and(now, traffic));
    return this.of(
      part(this.certainOf(answer), this.certainOf(by)),
      part(this.possibleOf(answer), this.possibleOf(by)),
    );
  }
}
