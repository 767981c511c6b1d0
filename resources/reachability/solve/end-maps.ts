import { isEmptySet, members, type Matched } from '../peers/peer-set';
import type { NamedContainerPort } from '../peers/workload';
import type { NamedPort, PolicyRule } from '../policy/policy';
import { allPorts, allTraffic, type PortRange } from '../traffic/traffic';
import type { TrafficSet, TrafficSets } from '../traffic/traffic-sets';
import type { Answer, Answers } from './answers';
import type { BoundRule } from './bind-rules';
import { EndMap, type FirstTier } from './end-map';
import type { Governing, GoverningPolicy, GoverningTier } from './governing';
import { Outcomes } from './outcomes';
import { combineMaps, PeerMap } from './peer-map';

/** Which ports the end that is called gives a name: the end itself for what comes in, each peer for what goes out. */
export interface PortNames {
  /** Those of the end that is called by this peer, or by all that aren't told apart. */
  of(member: number | undefined): readonly NamedContainerPort[];
  /** Whether that end may give names to other ports too. */
  mayNameMore(member: number | undefined): boolean;
  /** Peers that give one of these names themselves, or may; what a rule says of them is told apart. */
  naming(named: readonly NamedPort[]): Iterable<number>;
  /** Ends with the same key give the same names. */
  readonly key: string;
}

/** Peers are pods, or outside. */
export type Side = 'pods' | 'outside';

/** The names of ports towards pods, and towards what is outside. */
export type SidesPortNames = Readonly<Record<Side, PortNames>>;

/** What one end lets pass, to or from pods, and to or from addresses outside. */
export type EndMaps = Readonly<Record<Side, EndMap>>;

/** Computes what ends let pass from what governs them, tier by tier; what many ends share is computed once. */
export class EndSolver {
  private readonly outcomes: Outcomes;
  private readonly tiers = new Map<string, PeerMap>();
  private readonly last = new Map<string, PeerMap>();
  private readonly first = new Map<PeerMap, FirstTier>();

  /** Where no policy says anything, `fallback` is what passes. */
  public constructor(
    private readonly answers: Answers,
    private readonly fallback: Answer,
  ) {
    this.outcomes = new Outcomes(answers);
  }

  /** What an end lets pass that these policies govern. */
  public solve(governing: Governing, names: SidesPortNames): EndMaps {
    const map = (side: Side): EndMap =>
      new EndMap(
        this.outcomes,
        this.firstTier(this.outcomesOf(governing.admin, side, names)),
        this.solveNamespace(governing, side, names),
      );
    return { pods: map('pods'), outside: map('outside') };
  }

  private firstTier(map: PeerMap): FirstTier {
    const known = this.first.get(map);
    if (known !== undefined) return known;
    const accepting = [...map.apart].flatMap(([member, outcome]) => (this.outcomes.mayAccept(outcome) ? [member] : []));
    const made = { map, accepting };
    this.first.set(map, made);
    return made;
  }

  /** What policies of namespaces let pass together: what each accepts, and then not what one of Cilium's denies. */
  private solveNamespace({ namespace, baseline }: Governing, side: Side, names: SidesPortNames): PeerMap {
    const before = this.isolated(namespace) ?? this.solveBaseline(baseline, side, names);
    if (namespace.policies.length === 0) return before;
    const map = before.copy();
    const rules = namespace.policies.flatMap((policy) =>
      policy.rules.map((rule) => ({ rule, certain: policy.certain })),
    );
    for (const action of ['accept', 'deny'] as const) {
      const by = action === 'accept' ? this.answers.everything : this.answers.nothing;
      for (const { rule, certain } of rules.filter((one) => one.rule.action === action)) {
        apply(map, rule, {
          side,
          names: names[side],
          isCertain: certain,
          traffic: (member) => trafficOf(rule, endOf(names[side], member), this.answers.sets),
          decide: (answer, traffic) => this.answers.replaced(answer, traffic, by),
          oneOf: (left, right) => this.answers.oneOf(left, right),
        });
      }
    }
    map.rejoin();
    return map;
  }

  /** What passes before any rule of a namespace says so; undefined where none isolates the end, so that it is asked on. */
  private isolated({ policies }: GoverningTier): PeerMap | undefined {
    const { answers } = this;
    const isolating = policies.filter(({ policy }) => policy.isolates);
    const isSure = isolating.some(({ certain }) => certain) || this.fallback === answers.nothing;
    if (isolating.length > 0 && isSure) return new PeerMap(answers.nothing);
    // Where nobody can tell whether anything isolates the end, everything may pass and nothing does for certain.
    return isolating.length === 0 ? undefined : new PeerMap(answers.of(answers.sets.nothing, answers.sets.everything));
  }

  /** What passes where no namespace isolates the end: as the last tier says, and where it says nothing, what passes anyway. */
  private solveBaseline(baseline: GoverningTier, side: Side, names: SidesPortNames): PeerMap {
    const key = this.keyOf(baseline, side, names);
    const known = this.last.get(key);
    if (known !== undefined) return known;
    const outcomes = this.outcomesOf(baseline, side, names);
    const open = (outcome: number): Answer => this.outcomes.followedBy(outcome, this.fallback);
    const map = new PeerMap(open(outcomes.rest));
    for (const [member, outcome] of outcomes.apart) map.change(members([member]), () => open(outcome));
    this.last.set(key, map);
    return map;
  }

  /** What the rules of a tier do, folded from the last to the first: each decides for what it matches before what comes after. */
  private outcomesOf(tier: GoverningTier, side: Side, names: SidesPortNames): PeerMap {
    const key = this.keyOf(tier, side, names);
    const known = this.tiers.get(key);
    if (known !== undefined) return known;
    let map = new PeerMap(this.outcomes.silent);
    for (const group of groupsOf(tier.policies).toReversed()) {
      // Nobody says which of two policies with one priority is asked first, so each may be.
      const before = map;
      const [first, ...others] = group.map((policy) =>
        this.folded([policy, ...group.filter((other) => other !== policy)], { before, side, names: names[side] }),
      );
      map = others.reduce((sum, one) => combineMaps(sum, one, (a, b) => this.outcomes.oneOf(a, b)), first ?? before);
    }
    this.tiers.set(key, map);
    return map;
  }

  private folded(
    policies: readonly GoverningPolicy[],
    { before, side, names }: { readonly before: PeerMap; readonly side: Side; readonly names: PortNames },
  ): PeerMap {
    const map = before.copy();
    for (const { rules, certain } of policies.toReversed()) {
      for (const rule of rules.toReversed()) {
        apply(map, rule, {
          side,
          names,
          isCertain: certain,
          traffic: (member) => trafficOf(rule, endOf(names, member), this.answers.sets),
          decide: (outcome, traffic) => this.outcomes.decided(outcome, traffic, PARTS[rule.action]),
          oneOf: (left, right) => this.outcomes.oneOf(left, right),
        });
      }
    }
    return map;
  }

  /** Tiers with one key have one outcome; names of ports count where a rule speaks of some. */
  private keyOf({ key, policies }: GoverningTier, side: Side, names: SidesPortNames): string {
    const isByName = policies.some(({ rules }) => rules.some(({ named }) => named.length > 0));
    return `${side} ${key} ${isByName ? names[side].key : ''}`;
  }
}

const PARTS = { accept: 'accepted', deny: 'denied', pass: 'passed' } as const satisfies Readonly<
  Record<PolicyRule['action'], string>
>;

/** Whether a rule's name of a port is that of a container's port: of this protocol, or of any where it says none. */
export function isNamed({ name, protocol }: NamedPort, port: NamedContainerPort): boolean {
  return name === port.name && (protocol === undefined || protocol === port.protocol);
}

/** What a rule is about for certain, and what it is or may be about. */
export interface RuledTraffic {
  readonly certain: TrafficSet;
  readonly possible: TrafficSet;
}

/** The names that an end gives to its ports, and whether it may give more. */
export interface NamingEnd {
  readonly ports: readonly NamedContainerPort[];
  readonly mayNameMore: boolean;
}

/** The names that one end gives, as these names of ports tell: a peer, or all that aren't told apart. */
export function endOf(names: PortNames, member: number | undefined): NamingEnd {
  return { ports: names.of(member), mayNameMore: names.mayNameMore(member) };
}

/** The traffic that a rule speaks of, where this end is called. */
export function trafficOf(
  { traffic, named }: Pick<BoundRule, 'traffic' | 'named'>,
  { ports, mayNameMore }: NamingEnd,
  sets: TrafficSets,
): RuledTraffic {
  if (named.length === 0) return { certain: traffic, possible: traffic };
  const own = ports.filter((port) => named.some((name) => isNamed(name, port)));
  const byName = sets.of(own.map(({ protocol, port }) => ({ protocol, first: port, last: port })));
  const certain = sets.or(traffic, byName);
  const possible = mayNameMore ? sets.or(certain, sets.of(named.flatMap(portsOf))) : certain;
  return { certain, possible };
}

/** The ports that a name may stand for. */
function portsOf({ protocol }: NamedPort): readonly PortRange[] {
  return protocol === undefined ? allTraffic : [allPorts(protocol)];
}

interface Applied {
  readonly side: Side;
  readonly names: PortNames;
  /** Whether the policy governs the end for certain. */
  readonly isCertain: boolean;
  readonly traffic: (member: number | undefined) => RuledTraffic;
  /** What becomes of a value where the rule decides about some traffic. */
  readonly decide: (value: number, traffic: TrafficSet) => number;
  /** One of two values, and nobody can tell which. */
  readonly oneOf: (left: number, right: number) => number;
}

function apply(map: PeerMap, rule: BoundRule, { side, names, isCertain, traffic, ...values }: Applied): void {
  const { certain, possible }: Matched = rule[side];
  const decideFor = (isSure: boolean) => (value: number, member: number | undefined) => {
    const about = traffic(member);
    const least = isSure ? values.decide(value, about.certain) : value;
    if (isSure && about.possible === about.certain) return least;
    return values.oneOf(least, values.decide(value, about.possible));
  };
  if (rule.named.length > 0 && (certain.inverted || possible.inverted)) map.tellApart(names.naming(rule.named));
  if (!isEmptySet(certain)) map.change(certain, decideFor(isCertain));
  if (!isEmptySet(possible)) map.change(possible, decideFor(false));
}

/** Policies of one priority together, in the order of priorities. */
function groupsOf(policies: readonly GoverningPolicy[]): readonly (readonly GoverningPolicy[])[] {
  const groups: GoverningPolicy[][] = [];
  for (const policy of policies) {
    const last = groups.at(-1);
    if (last?.[0]?.policy.priority === policy.policy.priority) last.push(policy);
    else groups.push([policy]);
  }
  return groups;
}
