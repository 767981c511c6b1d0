/** Some of the members of a numbered universe: those listed, or all but those listed. */
export interface MemberSet {
  readonly inverted: boolean;
  readonly listed: ReadonlySet<number>;
}

const NONE_LISTED: ReadonlySet<number> = new Set();

/** No member. */
export const noMember: MemberSet = { inverted: false, listed: NONE_LISTED };

/** Every member. */
export const everyMember: MemberSet = { inverted: true, listed: NONE_LISTED };

/** These members. */
export function members(listed: Iterable<number>): MemberSet {
  return { inverted: false, listed: new Set(listed) };
}

/** Whether a set has a member. */
export function hasMember({ inverted, listed }: MemberSet, member: number): boolean {
  return listed.has(member) !== inverted;
}

/** The members of a set in a universe of so many. */
export function listMembers(set: MemberSet, count: number): Iterable<number> {
  if (!set.inverted) return set.listed;
  return Array.from({ length: count }, (_, member) => member).filter((member) => !set.listed.has(member));
}

/** Whether a set lists nobody and isn't inverted. */
export function isEmptySet({ inverted, listed }: MemberSet): boolean {
  return !inverted && listed.size === 0;
}

/** The members of either set. */
export function joinSets(left: MemberSet, right: MemberSet): MemberSet {
  if (isEmptySet(left)) return right;
  if (isEmptySet(right)) return left;
  if (!left.inverted && !right.inverted) return { inverted: false, listed: new Set([...left.listed, ...right.listed]) };
  const [all, other] = left.inverted ? [left, right] : [right, left];
  return { inverted: true, listed: new Set([...all.listed].filter((one) => !hasMember(other, one))) };
}

/** The members of any of several sets; those that list few are gathered at once. */
export function joinAll(sets: readonly MemberSet[]): MemberSet {
  const listed = new Set<number>();
  for (const set of sets) if (!set.inverted) for (const member of set.listed) listed.add(member);
  return sets.filter(({ inverted }) => inverted).reduce(joinSets, { inverted: false, listed });
}

/** The members of the left set that the right one hasn't. */
export function withoutSet(left: MemberSet, right: MemberSet): MemberSet {
  if (!left.inverted) return members([...left.listed].filter((one) => !hasMember(right, one)));
  if (!right.inverted) return { inverted: true, listed: new Set([...left.listed, ...right.listed]) };
  return members([...right.listed].filter((one) => !left.listed.has(one)));
}

/** Who a rule is about for certain, and who it may be about. */
export interface Matched {
  readonly certain: MemberSet;
  /** Beside the certain ones. */
  readonly possible: MemberSet;
}

/** Peers: workloads by the number of their class, and what is outside by the number of its addresses. */
export interface PeerSet {
  readonly pods: Matched;
  readonly outside: Matched;
}
