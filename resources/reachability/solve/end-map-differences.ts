import type { EndMap } from './end-map';
import type { Outcome } from './outcomes';
import type { PeerMap } from './peer-map';

/** Peers of which administrators say the same in each of two maps. */
interface AlikePeers {
  readonly outcomes: readonly [Outcome, Outcome];
  readonly members: readonly number[];
}

/** Finds the peers that two {@link EndMap}s answer differently; what administrators say of many ends is compared once. */
export class EndMapDifferences {
  private readonly known = new Map<PeerMap, Map<PeerMap, readonly AlikePeers[]>>();

  /** All peers have numbers below the count. */
  public constructor(private readonly count: number) {}

  /** The peers to or from which two ends don't let the same pass. */
  public *between(left: EndMap, right: EndMap): Generator<number> {
    const told = new Set([...left.next.apart.keys(), ...right.next.apart.keys()]);
    for (const member of told) if (left.get(member) !== right.get(member)) yield member;
    for (const { outcomes, members } of this.alike(left.first.map, right.first.map)) {
      if (this.isSame(left, right, outcomes)) continue;
      for (const member of members) if (!told.has(member)) yield member;
    }
    if (left.rest === right.rest) return;
    const [a, b] = [left.first.map.apart, right.first.map.apart];
    for (let member = 0; member < this.count; member++)
      if (!told.has(member) && !a.has(member) && !b.has(member)) yield member;
  }

  private isSame(left: EndMap, right: EndMap, [a, b]: AlikePeers['outcomes']): boolean {
    return left.composed(a, left.next.rest) === right.composed(b, right.next.rest);
  }

  private alike(left: PeerMap, right: PeerMap): readonly AlikePeers[] {
    const ofLeft = this.known.get(left) ?? new Map<PeerMap, readonly AlikePeers[]>();
    this.known.set(left, ofLeft);
    const found = ofLeft.get(right) ?? alikePeers(left, right);
    ofLeft.set(right, found);
    return found;
  }
}

function alikePeers(left: PeerMap, right: PeerMap): readonly AlikePeers[] {
  const groups = new Map<string, { readonly outcomes: [Outcome, Outcome]; readonly members: number[] }>();
  for (const member of new Set([...left.apart.keys(), ...right.apart.keys()])) {
    const outcomes: [Outcome, Outcome] = [left.get(member), right.get(member)];
    const key = outcomes.join();
    const group = groups.get(key) ?? { outcomes, members: [] };
    groups.set(key, group);
    group.members.push(member);
  }
  return [...groups.values()];
}
