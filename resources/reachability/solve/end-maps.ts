import { isEmptySet, type Matched } from '../peers/peer-set';
import type { NamedContainerPort } from '../peers/workload';
import type { NamedPort, Policy } from '../policy/policy';
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
  readonly policy: Policy;
  readonly isolates: boolean;
  readonly certain: boolean;
  readonly rules: readonly BoundRule[];
}

/** Which ports the end that is called gives a name: the end itself for what comes in, each peer for what goes out. */
export interface PortNames {
  /** Those of the end that is called by this peer, or by all that aren't told apart. */
  of(member: number | undefined): readonly NamedContainerPort[];
  /** Peers that give one of these names themselves; what a rule says of them is told apart. */
  naming(named: readonly NamedPort[]): Iterable<number>;
}

/** The names of ports towards pods, and towards what is outside. */
export type SidesPortNames = Readonly<Record<Side, PortNames>>;

/** Peers are pods, or outside. */
export type Side = 'pods' | 'outside';

/** What one end lets pass, to or from each peer. */
export interface EndMaps {
  readonly pods: PeerMap;
  readonly outside: PeerMap;
}

/** Computes what one end lets pass from what governs it, tier by tier, from the last to the first. */
export class EndSolver {
  public constructor(
    private readonly answers: Answers,
    private readonly names: SidesPortNames,
  ) {}

  /** What an end lets pass that these policies govern. */
  public solve(governing: Governing): EndMaps {
    return { pods: this.solveSide(governing, 'pods'), outside: this.solveSide(governing, 'outside') };
  }

  private solveSide({ admin, namespace, baseline }: Governing, side: Side): PeerMap {
    const map = this.isolated(namespace) ?? this.solveTier(baseline, new PeerMap(this.answers.everything), side).copy();
    this.solveNamespace(namespace, map, side);
    return this.solveTier(admin, map, side);
  }

  /** What passes before any rule of a namespace says so; undefined where none isolates the end, so that it is asked on. */
  private isolated(policies: readonly GoverningPolicy[]): PeerMap | undefined {
    const { answers } = this;
    const isolating = policies.filter(({ isolates }) => isolates);
    if (isolating.some(({ certain }) => certain)) return new PeerMap(answers.nothing);
    // Where nobody can tell whether anything isolates the end, everything may pass and nothing does for certain.
    return isolating.length === 0 ? undefined : new PeerMap(answers.of(answers.sets.nothing, answers.sets.everything));
  }

  /** What policies of namespaces let pass together: what each accepts, and then not what one of Cilium's denies. */
  private solveNamespace(policies: readonly GoverningPolicy[], map: PeerMap, side: Side): void {
    const rules = policies.flatMap((policy) => policy.rules.map((rule) => ({ rule, certain: policy.certain })));
    for (const action of ['accept', 'deny'] as const) {
      for (const { rule, certain } of rules) {
        if (rule.action === action) this.applyTo(map, side, { rule, certain, by: this.endOf(action) });
      }
    }
  }

  /** Rules of one tier, from the last to the first: each decides for what it matches before what comes after it. */
  private solveTier(policies: readonly GoverningPolicy[], after: PeerMap, side: Side): PeerMap {
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
    { before, after, side }: { readonly before: PeerMap; readonly after: PeerMap; readonly side: Side },
  ): PeerMap {
    const map = before.copy();
    for (const { rules, certain } of policies.toReversed()) {
      for (const rule of rules.toReversed()) {
        const by = rule.action === 'pass' ? passedTo(after) : this.endOf(rule.action);
        this.applyTo(map, side, { rule, certain, by });
      }
    }
    return map;
  }

  private endOf(action: 'accept' | 'deny'): (member: number | undefined) => Answer {
    const answer = action === 'accept' ? this.answers.everything : this.answers.nothing;
    return () => answer;
  }

  private applyTo(map: PeerMap, side: Side, { rule, certain, by }: Applied): void {
    const { certain: sure, possible } = rule[side];
    const decide = (answer: Answer, member: number | undefined): Answer =>
      this.answers.replaced(answer, this.trafficOf(rule, side, member), by(member));
    const mayDecide = (answer: Answer, member: number | undefined): Answer =>
      this.answers.oneOf(answer, decide(answer, member));
    if (rule.named.length > 0 && (sure.inverted || possible.inverted)) map.tellApart(this.names[side].naming(rule.named));
    if (!isEmptySet(sure)) map.change(sure, certain ? decide : mayDecide);
    if (!isEmptySet(possible)) map.change(possible, mayDecide);
  }

  private trafficOf({ traffic, named }: BoundRule, side: Side, member: number | undefined): TrafficSet {
    if (named.length === 0) return traffic;
    const ports = this.names[side].of(member).filter((port) => named.some((one) => isNamed(one, port)));
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

/** Whether a rule's name of a port is that of a container's port: of this protocol, or of any where it says none. */
export function isNamed({ name, protocol }: NamedPort, port: NamedContainerPort): boolean {
  return name === port.name && (protocol === undefined || protocol === port.protocol);
}

/** A rule as it is applied, and what it makes of each peer. */
interface Applied {
  readonly rule: BoundRule;
  /** Whether it governs the end for certain. */
  readonly certain: boolean;
  readonly by: (member: number | undefined) => Answer;
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
