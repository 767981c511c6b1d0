import { groupBy } from '../../../model/group-by';

/** Somebody who signed in a role. */
export interface RoleHolder {
  readonly person: string;
  readonly role: string;
}

/**
 * As many holders as there can be of whom no two are one person, and no two have one role: a maximum matching of persons
 * and roles by augmenting paths, so that who came first never keeps others out. In the order of roles.
 */
export function matchRoles<H extends RoleHolder>(holders: readonly H[]): readonly H[] {
  const sorted = holders.toSorted((a, b) => compare(a.role, b.role)).toSorted((a, b) => compare(a.person, b.person));
  const byPerson = groupBy(sorted, ({ person }) => person);
  const matched = new Map<string, H>();
  for (const person of byPerson.keys()) seat(person, { byPerson, matched, tried: new Set() });
  return [...matched.values()].toSorted((a, b) => compare(a.role, b.role));
}

interface Matching<H> {
  readonly byPerson: ReadonlyMap<string, readonly H[]>;
  /** By role. */
  readonly matched: Map<string, H>;
  /** Roles that were tried for this person. */
  readonly tried: Set<string>;
}

/** Gives a person a role; whoever had it takes another one, if there is one. */
function seat<H extends RoleHolder>(person: string, matching: Matching<H>): boolean {
  const { byPerson, matched, tried } = matching;
  for (const holder of byPerson.get(person) ?? []) {
    if (tried.has(holder.role)) continue;
    tried.add(holder.role);
    const before = matched.get(holder.role);
    if (before !== undefined && !seat(before.person, matching)) continue;
    matched.set(holder.role, holder);
    return true;
  }
  return false;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
