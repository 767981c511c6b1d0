import { isEmptySet, type Matched } from '../peers/peer-set';
import type { NamedContainerPort } from '../peers/workload';
import type { TrafficSet } from '../traffic/traffic-sets';
import type { Answer, Answers } from './answers';
import type { BoundRule } from './bind-rules';
import { PeerMap } from './peer-map';

/** The policies that govern one end in one direction, by tier; those of a tier in the order in which they are asked. */
export interface Governing {
  readonly admin: readonly GoverningPolicy[];
  readonly namespace: readonly GoverningPolicy[];
  readonly baseline: readonly GoverningPolicy[];
}

/** A policy that governs an end, for certain or perhaps. */
export interface GoverningPolicy {
  readonly priority: number;
  readonly isolates: boolean;
  readonly certain: boolean;
  readonly rules: readonly BoundRule[];
}

/** Which ports the end that is called gives a name: those of the end itself, or of each of its peers. */
export type PortNames = (member: number | undefined) => readonly NamedContainerPort[];

/** What one end lets pass, to or from each peer. */
export interface EndMaps {
  readonly pods: PeerMap;
  readonly outside: PeerMap;
}

/** Computes what one end lets pass from what governs it, tier by tier, from the last to the first. */
export class EndSolver {
  public constructor(
    private readonly answers: Answers,
    private readonly namesOf: PortNames,
  ) {}

  /** What an end lets pass that these policies govern. */
  public solve(governing: Governing): EndMaps {
    return { pods: this.solveSide(governing, 'pods'), outside: this.solveSide(governing, 'outside') };
  }

  private solveSide({ admin, namespace, baseline }: Governing, side: 'pods' | 'outside'): PeerMap {
    const open = new PeerMap(this.answers.everything);
    const isolating = namespace.filter(({ isolates }) => isolates);
    const inNamespace =
      isolating.length > 0 ? this.solveNamespace(namespace, side) : this.solveTier(baseline, open, side);
    return this.solveTier(admin, inNamespace, side);
  }

  /** What NetworkPolicies let pass together: the union of what each accepts, without what one of Cilium's denies. */
  private solveNamespace(policies: readonly GoverningPolicy[], side: 'pods' | 'outside'): PeerMap {
    const { answers } = this;
    // Where nobody can tell whether anything governs the end, everything may pass and nothing does for certain.
    if (!policies.some(({ certain, isolates }) => certain && isolates))
      return new PeerMap(answers.of(answers.sets.nothing, answers.sets.everything));
    const map = new PeerMap(answers.nothing);
    const rules = policies.flatMap((policy) => policy.rules.map((rule) => ({ rule, certain: policy.certain })));
    for (const action of ['accept', 'deny'] as const) {
      for (const { rule, certain } of rules) {
        if (rule.action === action) this.applyTo(map, rule[side], { rule, certain, by: this.endOf(action) });
      }
    }
    return map;
  }

  /** Rules of one tier, from the last to the first: each decides for what it matches before what comes after it. */
  private solveTier(policies: readonly GoverningPolicy[], after: PeerMap, side: 'pods' | 'outside'): PeerMap {
    let map = after;
    for (const group of groupsOf(policies).toReversed()) {
      // Nobody says which of two policies with one priority is asked first, so each may be.
      const before = map;
      const [first, ...others] = group.map((one) =>
        this.solveOrder([one, ...group.filter((other) => other !== one)], { before, after, side }),
      );
      map = others.reduce((sum, one) => this.oneOf(sum, one), first ?? before);
    }
    return map;
  }

  private solveOrder(
    policies: readonly GoverningPolicy[],
    { before, after, side }: { readonly before: PeerMap; readonly after: PeerMap; readonly side: 'pods' | 'outside' },
  ): PeerMap {
    const map = before.copy();
    for (const { rules, certain } of policies.toReversed()) {
      for (const rule of rules.toReversed()) {
        const by = rule.action === 'pass' ? passedTo(after) : this.endOf(rule.action);
        this.applyTo(map, rule[side], { rule, certain, by });
      }
    }
    return map;
  }

  private endOf(action: 'accept' | 'deny'): (member: number | undefined) => Answer {
    const answer = action === 'accept' ? this.answers.everything : this.answers.nothing;
    return () => answer;
  }

  private applyTo(
    map: PeerMap,
    { certain: sure, possible }: Matched,
    {
      rule,
      certain,
      by,
    }: { readonly rule: BoundRule; readonly certain: boolean; readonly by: (member: number | undefined) => Answer },
  ): void {
    const decide = (answer: Answer, member: number | undefined): Answer =>
      this.answers.replaced(answer, this.trafficOf(rule, member), by(member));
    const mayDecide = (answer: Answer, member: number | undefined): Answer =>
      this.answers.oneOf(answer, decide(answer, member));
    if (!isEmptySet(sure)) map.change(sure, certain ? decide : mayDecide);
    if (!isEmptySet(possible)) map.change(possible, mayDecide);
  }

  private trafficOf({ traffic, named }: BoundRule, member: number | undefined): TrafficSet {
    if (named.length === 0) return traffic;
    const ports = this.namesOf(member).filter((port) =>
      named.some(({ name, protocol }) => name === port.name && (protocol === undefined || protocol === port.protocol)),
    );
    const { sets } = this.answers;
    const found = sets.of(ports.map(({ protocol, port }) => ({ protocol, first: port, last: port })));
    return sets.or(traffic, found);
  }

  private oneOf(left: PeerMap, right: PeerMap): PeerMap {
    const map = new PeerMap(this.answers.oneOf(left.rest, right.rest));
    for (const member of new Set([...left.apart.keys(), ...right.apart.keys()])) {
      const both = this.answers.oneOf(left.get(member), right.get(member));
      map.change({ inverted: false, listed: new Set([member]) }, () => both);
    }
    return map;
  }
}

function passedTo(after: PeerMap): (member: number | undefined) => Answer {
  return (member) => (member === undefined ? after.rest : after.get(member));
}

/** Policies of one priority together, in the order of priorities. */
function groupsOf(policies: readonly GoverningPolicy[]): readonly (readonly GoverningPolicy[])[] {
  const groups: GoverningPolicy[][] = [];
  for (const one of policies) {
    const last = groups.at(-1);
    if (last?.[0]?.priority === one.priority) last.push(one);
    else groups.push([one]);
  }
  return groups;
}
