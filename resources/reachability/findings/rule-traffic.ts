import { isEmptySet, type MemberSet } from '../peers/peer-set';
import type { Direction } from '../policy/policy';
import type { BoundRule } from '../solve/bind-rules';
import { endOf, trafficOf, type PortNames, type Side, type SidesPortNames } from '../solve/end-maps';
import { combineMaps, PeerMap } from '../solve/peer-map';
import type { Reachability } from '../solve/reachability';
import type { TrafficSets } from '../traffic/traffic-sets';

/** Both sides on which peers are. */
export const peerSides = ['pods', 'outside'] as const satisfies readonly Side[];

/** Finds with which peers a rule matches which traffic, as one end sees it: a set of traffic for each peer. */
export class RuleTraffic {
  private readonly known = new Map<string, Map<BoundRule, PeerMap>>();
  private readonly names: SidesPortNames;

  /** Sees rules from an end in a direction. */
  public constructor(
    public readonly reachability: Reachability,
    public readonly direction: Direction,
    end: number,
  ) {
    this.names = reachability.namesFor(direction, end);
  }

  /** What a rule matches for certain. */
  public certain(rule: BoundRule, side: Side): PeerMap {
    return this.matched(rule, side, [rule[side].certain]);
  }

  /** What a rule matches, or may match. */
  public possible(rule: BoundRule, side: Side): PeerMap {
    return this.matched(rule, side, [rule[side].certain, rule[side].possible]);
  }

  private matched(rule: BoundRule, side: Side, sets: readonly MemberSet[]): PeerMap {
    const known = this.known.get(`${side} ${sets.length}`) ?? new Map<BoundRule, PeerMap>();
    this.known.set(`${side} ${sets.length}`, known);
    const found =
      known.get(rule) ?? matchedBy(rule, sets, { names: this.names[side], sets: this.reachability.answers.sets });
    known.set(rule, found);
    return found;
  }
}

function matchedBy(
  rule: BoundRule,
  members: readonly MemberSet[],
  { names, sets }: { readonly names: PortNames; readonly sets: TrafficSets },
): PeerMap {
  const map = new PeerMap(sets.nothing);
  if (rule.named.length > 0 && members.some(({ inverted }) => inverted)) map.tellApart(names.naming(rule.named));
  // Those who may be meant may also call by more names.
  const part = members.length > 1 ? 'possible' : 'certain';
  for (const set of members)
    if (!isEmptySet(set)) map.change(set, (_, member) => trafficOf(rule, endOf(names, member), sets)[part]);
  return map;
}

/** The traffic with each peer that the left map has and the right one hasn't. */
export function withoutTraffic(left: PeerMap, right: PeerMap, sets: TrafficSets): PeerMap {
  return combineMaps(left, right, (a, b) => sets.minus(a, b));
}

/** The traffic with each peer that both maps have. */
export function sameTraffic(left: PeerMap, right: PeerMap, sets: TrafficSets): PeerMap {
  return combineMaps(left, right, (a, b) => sets.and(a, b));
}

/** The traffic with each peer that one of the maps has. */
export function anyTraffic(left: PeerMap, right: PeerMap, sets: TrafficSets): PeerMap {
  return combineMaps(left, right, (a, b) => sets.or(a, b));
}

/** The first peers, each once, with which a map has some traffic; peers have numbers below the count. */
export function* peersWithTraffic(map: PeerMap, count: number, sets: TrafficSets): Generator<number> {
  for (const [member, traffic] of map.apart) if (traffic !== sets.nothing && member < count) yield member;
  if (map.rest === sets.nothing) return;
  for (let member = 0; member < count; member++) if (!map.apart.has(member)) yield member;
}
