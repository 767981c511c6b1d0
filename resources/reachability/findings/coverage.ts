import { groupBy } from '../../../model/group-by';
import { hasMember, listMembers } from '../peers/peer-set';
import type { PolicyRule } from '../policy/policy';
import type { BoundRule } from '../solve/bind-rules';
import { endOf, trafficOf, type Side, type SidesPortNames } from '../solve/end-maps';
import type { Governing, GoverningPolicy } from '../solve/governing';
import type { EndGroup, Reachability } from '../solve/reachability';
import type { TrafficSet } from '../traffic/traffic-sets';
import { peerSides } from './rule-traffic';
import type { RuleInPlace } from './taking-out';

/** What a rule does: it matches no flow, only flows that are decided before it, or it decides some. */
export type RuleUse = 'idle' | 'shadowed' | 'decides';

/** A rule and the policy that it stands in. */
export type PlacedRule = Pick<RuleInPlace, 'policy' | 'rule'>;

/** A rule as some ends see it that are governed alike, and what is asked there before and beside it. */
interface RuleAtEnds {
  readonly ends: readonly number[];
  readonly bound: BoundRule;
  readonly names: SidesPortNames;
  /** Rules that are sure to decide what they match for certain before the rule is asked, but for those of an earlier first tier. */
  readonly before: readonly BoundRule[];
  /** Rules of the first tier that may decide before a rule of another tier. */
  readonly admin: readonly BoundRule[];
  /** The traffic that the first tier may leave to the rule. */
  readonly leftTo: (side: Side, member: number) => TrafficSet;
  /** Rules of the same tier that do the same. */
  readonly alike: readonly BoundRule[];
  /** Whether nothing is left to decide, for a policy isolates the ends before. */
  readonly isIsolated: boolean;
}

/** One peer of a rule, with the traffic that the rule matches, or may match. */
interface MatchedPeer {
  readonly side: Side;
  readonly member: number;
  readonly traffic: TrafficSet;
}

/** Compares a rule with what is asked before it, at every end that its policy governs. */
export class Coverage {
  public constructor(private readonly reachability: Reachability) {}

  /** What a rule does at the ends of these groups, all that its policy governs. */
  public useOf(place: RuleInPlace, groups: readonly EndGroup[]): RuleUse {
    let use: RuleUse = 'idle';
    for (const at of this.everyPlace(place, groups)) {
      for (const peer of this.peersOf(at)) {
        use = 'shadowed';
        if (at.isIsolated) break;
        if (!this.isDecided(at, peer)) return 'decides';
      }
    }
    return use;
  }

  /** The rules that decide flows of a shadowed rule before it, or say the same as a redundant one of some of its flows. */
  public coveringRules(place: RuleInPlace, groups: readonly EndGroup[], use: RuleUse): readonly PlacedRule[] {
    const found = new Map<PolicyRule, PlacedRule>();
    for (const at of use === 'idle' ? [] : this.everyPlace(place, groups)) {
      for (const one of use === 'shadowed' ? [...at.admin, ...at.before] : at.alike) {
        if (!found.has(one.rule) && this.meet(at, one)) found.set(one.rule, { policy: one.policy, rule: one.rule });
      }
    }
    return [...found.values()];
  }

  /** What administrators say first is the same for all ends that the same of their policies govern. */
  private *everyPlace(place: RuleInPlace, groups: readonly EndGroup[]): Generator<RuleAtEnds> {
    const { direction, policy } = place;
    const alike = groupBy(groups, (group) => {
      const [end = 0] = group.ends;
      const names = this.reachability.namesFor(direction, end).pods.key;
      return policy.tier === 'admin' ? `${this.reachability.governing(direction, end).admin.key} ${names}` : group;
    });
    for (const same of alike.values()) {
      const ends = same.flatMap((group) => group.ends);
      const [end = 0] = ends;
      const found = ruleAt(place, this.reachability.governing(direction, end));
      const names = this.reachability.namesFor(direction, end);
      if (found !== undefined) yield { ...found, ends, names, leftTo: this.leftBy(place, end) };
    }
  }

  private leftBy({ policy, direction }: RuleInPlace, end: number): RuleAtEnds['leftTo'] {
    const maps = this.reachability.mapsOf(direction, end);
    const { everything } = this.reachability.answers.sets;
    return (side, member) => (policy.tier === 'admin' ? everything : maps[side].passedOn(member));
  }

  /** Peers of a rule in flows that it may match; a pod with itself is none, for no policy is about that. */
  private *peersOf({ bound, names, ends }: RuleAtEnds): Generator<MatchedPeer> {
    const { reachability } = this;
    const { sets } = reachability.answers;
    for (const side of peerSides) {
      const count = side === 'pods' ? reachability.workloads.length : reachability.outside.count;
      const { certain, possible } = bound[side];
      for (const member of new Set([...listMembers(certain, count), ...listMembers(possible, count)])) {
        const traffic = trafficOf(bound, endOf(names[side], member), sets).possible;
        const isFlow = side === 'outside' || ends.some((end) => !reachability.isItself(end, member));
        if (traffic !== sets.nothing && isFlow) yield { side, member, traffic };
      }
    }
  }

  private isDecided({ before, names, leftTo }: RuleAtEnds, { side, member, traffic }: MatchedPeer): boolean {
    const { sets } = this.reachability.answers;
    let left = sets.and(traffic, leftTo(side, member));
    for (const one of before) {
      if (left === sets.nothing) break;
      if (hasMember(one[side].certain, member))
        left = sets.minus(left, trafficOf(one, endOf(names[side], member), sets).certain);
    }
    return left === sets.nothing;
  }

  /** Whether a rule and another match a common flow, or may. */
  private meet(at: RuleAtEnds, other: BoundRule): boolean {
    const { sets } = this.reachability.answers;
    for (const { side, member, traffic } of this.peersOf(at)) {
      const { certain, possible } = other[side];
      if (!hasMember(certain, member) && !hasMember(possible, member)) continue;
      if (sets.and(traffic, trafficOf(other, endOf(at.names[side], member), sets).possible) !== sets.nothing)
        return true;
    }
    return false;
  }
}

type Asked = Omit<RuleAtEnds, 'ends' | 'names' | 'leftTo'>;

/** A rule where its policy governs an end, with what is asked there before and beside it. */
function ruleAt({ policy, rule }: RuleInPlace, { admin, namespace, baseline }: Governing): Asked | undefined {
  const tier = { admin, namespace, baseline }[policy.tier].policies;
  const own = tier.find((one) => one.policy === policy);
  const bound = own?.rules.find((one) => one.rule === rule);
  if (own === undefined || bound === undefined) return undefined;
  const alike = tier.flatMap(({ rules }) => rules).filter((one) => one !== bound && one.action === bound.action);
  const first = admin.policies.flatMap(({ rules }) => rules).filter(({ action }) => action !== 'pass');
  if (policy.tier === 'namespace') {
    // Whatever denies is stronger than what accepts, wherever it stands.
    const denies = bound.action === 'accept' ? rulesOf(namespace.policies.filter(isSure), 'deny') : [];
    return { bound, alike, before: denies, admin: first, isIsolated: false };
  }
  const earlier = tier
    .filter((one) => isSure(one) && one.policy.priority < policy.priority)
    .flatMap(({ rules }) => rules);
  const inside = own.certain ? own.rules.slice(0, own.rules.indexOf(bound)) : [];
  const before = [...earlier, ...inside];
  if (policy.tier === 'admin') return { bound, alike, before, admin: [], isIsolated: false };
  const sure = namespace.policies.filter(isSure);
  return {
    bound,
    alike,
    before: [...sure.flatMap(({ rules }) => rules), ...before],
    admin: first,
    isIsolated: sure.some((one) => one.policy.isolates),
  };
}

function isSure({ certain }: GoverningPolicy): boolean {
  return certain;
}

function rulesOf(policies: readonly GoverningPolicy[], action: BoundRule['action']): readonly BoundRule[] {
  return policies.flatMap(({ rules }) => rules).filter((one) => one.action === action);
}
