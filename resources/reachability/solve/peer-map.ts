import { everyMember, hasMember, type MemberSet } from '../peers/peer-set';

/** What becomes of the value of one member, or of all that aren't told apart. */
export type ValueChange = (value: number, member: number | undefined) => number;

/** A number for each member of a universe, which stands for an answer or an outcome: one for nearly all, and those that differ. */
export class PeerMap {
  private readonly own = new Map<number, number>();

  public constructor(private common: number) {}

  /** A copy that changes alone. */
  public copy(): PeerMap {
    const made = new PeerMap(this.common);
    for (const [member, value] of this.own) made.own.set(member, value);
    return made;
  }

  /** The value of all that aren't told apart. */
  public get rest(): number {
    return this.common;
  }

  /** The members whose value was set apart, with it. */
  public get apart(): ReadonlyMap<number, number> {
    return this.own;
  }

  /** The value of a member. */
  public get(member: number): number {
    return this.own.get(member) ?? this.common;
  }

  /** Sets members apart, with the value that they have. */
  public tellApart(set: Iterable<number>): void {
    for (const member of set) this.own.set(member, this.get(member));
  }

  /** Forgets that members were set apart whose value is that of all others. */
  public rejoin(): void {
    for (const [member, value] of this.own) if (value === this.common) this.own.delete(member);
  }

  /** Changes the values of these members. */
  public change(set: MemberSet, change: ValueChange): void {
    if (!set.inverted) {
      for (const member of set.listed) this.own.set(member, change(this.get(member), member));
      return;
    }
    const before = this.common;
    this.common = change(before, undefined);
    for (const [member, value] of this.own) {
      if (hasMember(set, member)) this.own.set(member, change(value, member));
    }
    for (const member of set.listed) if (!this.own.has(member)) this.own.set(member, before);
  }
}

/** The map whose value for each member is made of its values in two others. */
export function combineMaps(left: PeerMap, right: PeerMap, combine: (left: number, right: number) => number): PeerMap {
  const made = left.copy();
  made.tellApart(right.apart.keys());
  made.change(everyMember, (value, member) => combine(value, member === undefined ? right.rest : right.get(member)));
  return made;
}
