import { hasMember, type MemberSet } from '../peers/peer-set';
import type { Answer } from './answers';

/** What becomes of the answer of one member, or of all that aren't told apart. */
export type AnswerChange = (answer: Answer, member: number | undefined) => Answer;

/** An answer for each member of a universe: one for nearly all, and those that differ. */
export class PeerMap {
  private readonly own = new Map<number, Answer>();

  public constructor(private common: Answer) {}

  /** A copy that changes alone. */
  public copy(): PeerMap {
    const made = new PeerMap(this.common);
    for (const [member, answer] of this.own) made.own.set(member, answer);
    return made;
  }

  /** The answer of all that aren't told apart. */
  public get rest(): Answer {
    return this.common;
  }

  /** The members whose answer was set apart, with it. */
  public get apart(): ReadonlyMap<number, Answer> {
    return this.own;
  }

  /** The answer of a member. */
  public get(member: number): Answer {
    return this.own.get(member) ?? this.common;
  }

  /** Sets members apart, with the answer that they have. */
  public tellApart(set: Iterable<number>): void {
    for (const member of set) this.own.set(member, this.get(member));
  }

  /** Changes the answers of these members. */
  public change(set: MemberSet, change: AnswerChange): void {
    if (!set.inverted) {
      for (const member of set.listed) this.own.set(member, change(this.get(member), member));
      return;
    }
    const before = this.common;
    this.common = change(before, undefined);
    for (const [member, answer] of this.own) {
      if (hasMember(set, member)) this.own.set(member, change(answer, member));
    }
    for (const member of set.listed) if (!this.own.has(member)) this.own.set(member, before);
  }
}
