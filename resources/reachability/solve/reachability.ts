import type { Cidr } from '../../../model/address/cidr';
import { groupBy } from '../../../model/group-by';
import type { ClusterInput } from '../cluster-input';
import { Outside } from '../peers/outside';
import type { PodIndex } from '../peers/pod-index';
import { isOnePod, type Workload } from '../peers/workload';
import { rulesOf, type Direction, type NamedPort, type Peer, type Policy, type PolicyRule } from '../policy/policy';
import type { PortRange } from '../traffic/traffic';
import { TrafficSets } from '../traffic/traffic-sets';
import { Answers, type Answer } from './answers';
import { bindRule, type BoundRule, type NetworkProfile, type Universe } from './bind-rules';
import { EndSolver, isNamed, type EndMaps, type PortNames, type SidesPortNames } from './end-maps';
import { explainEnd, type AskedFlow, type EndReason } from './explain';
import { indexPods } from './index-pods';
import { GovernedEnds, type Governing } from './governing';

/** Ends that are governed alike in a direction, and what they let pass. */
export interface EndGroup {
  readonly maps: EndMaps;
  /** Numbers of the workloads. */
  readonly ends: readonly number[];
}

/** What somebody asks about that no policy may name. */
export interface AskedAbout {
  /** @default - none */
  readonly ranges?: readonly PortRange[];
  /** @default - none */
  readonly blocks?: readonly Cidr[];
  /** Host names.
   * @default - none
   */
  readonly names?: readonly string[];
}

/** A cluster that was solved before, of which some ends are governed otherwise now. */
export interface SolvedBefore {
  readonly before: Reachability;
  /** Numbers of the workloads that are solved again; what all others let pass stays as it was. */
  readonly touched: ReadonlySet<number>;
  /** Finds the workloads that policies select now. */
  readonly pods: PodIndex;
}

/** What a cluster is solved for. */
export interface SolveOptions extends AskedAbout {
  /** @default - no cluster was solved before */
  readonly after?: SolvedBefore | undefined;
}

/**
 * The exact answer of one cluster: what each workload may send to, and get from, each other and all addresses. It is about
 * connections that begin when the policies are in force; replies pass with them, and what becomes of connections that
 * stood before a policy changed each plugin decides. Addresses outside are those that the plugin sees at the pod: whether
 * it looks before or after an address is translated, by a Service or a node, the API leaves open.
 */
export class Reachability {
  public readonly workloads: readonly Workload[];
  /** The policies by which it is solved. */
  public readonly policies: readonly Policy[];
  public readonly answers: Answers;
  public readonly outside: Outside;
  /** Finds the workloads that policies select. */
  public readonly pods: PodIndex;
  /** Every workload is in one group of each direction. */
  public readonly groups: Readonly<Record<Direction, readonly EndGroup[]>>;
  private readonly after: SolvedBefore | undefined;
  private readonly maps: Readonly<Record<Direction, readonly (EndMaps | undefined)[]>>;
  private readonly governed: Readonly<Record<Direction, GovernedEnds>>;
  private readonly solvers: Readonly<Record<Direction, EndSolver>>;
  /** For pods with the addresses of their nodes, which no plugin closes only because no policy is about them. */
  private readonly nodeSolvers: Readonly<Record<Direction, EndSolver>>;

  /**
   * Solves a cluster; what is asked about beside what its policies name is told apart too. After an edit of a cluster that
   * was solved before, `input` needs the policies alone that may govern the touched ends, and what is outside is numbered
   * for these ends only.
   */
  public constructor(
    input: ClusterInput,
    private readonly profile: NetworkProfile,
    { after, ...asked }: SolveOptions = {},
  ) {
    this.after = after;
    const { workloads, policies } = input;
    this.workloads = workloads;
    this.policies = policies;
    const named = askedOf({ workloads, policies }, profile);
    const ranges = [...named.ranges, ...(asked.ranges ?? [])];
    this.answers = after?.before.answers ?? new Answers(new TrafficSets(ranges));
    const { sets } = this.answers;
    sets.refine(ranges);
    this.outside = new Outside([...named.blocks, ...(asked.blocks ?? [])], [...named.names, ...(asked.names ?? [])]);
    this.pods = after?.pods ?? indexPods(input, profile);
    const universe: Universe = { pods: this.pods, outside: this.outside, sets, profile };
    const bind = (policy: Policy, rule: PolicyRule): BoundRule => bindRule(policy, rule, universe);
    const govern = (direction: Direction): GovernedEnds =>
      new GovernedEnds(policies, { direction, count: workloads.length, pods: this.pods, bind });
    this.governed = { ingress: govern('ingress'), egress: govern('egress') };
    this.solvers = { ingress: this.newSolver(), egress: this.newSolver() };
    this.nodeSolvers = { ingress: this.newSolver(false), egress: this.newSolver(false) };
    this.groups = { ingress: this.groupsIn('ingress'), egress: this.groupsIn('egress') };
    this.maps = {
      ingress: spread(this.groups.ingress, workloads.length),
      egress: spread(this.groups.egress, workloads.length),
    };
  }

  /** What may pass from one workload to another. */
  public between(from: number, to: number): Answer {
    return this.joined(from, to, {
      egress: this.mapsOf('egress', from).pods.get(to),
      ingress: this.mapsOf('ingress', to).pods.get(from),
    });
  }

  /** What may pass from one workload to another, where this is what each of the two ends lets pass. */
  public joined(from: number, to: number, { egress, ingress }: Readonly<Record<Direction, Answer>>): Answer {
    if (this.isItself(from, to)) return this.answers.everything;
    const passed = this.answers.both(egress, ingress);
    // A node reaches its own pods, and they it, whatever policies say; on which node they are nobody can tell.
    const isOfNode = this.workloads[from]?.hostNetwork === true || this.workloads[to]?.hostNetwork === true;
    return isOfNode ? this.answers.oneOf(passed, this.answers.everything) : passed;
  }

  /** What may pass from what is outside, by its number, to a workload. */
  public fromOutside(member: number, to: number): Answer {
    return this.mapsOf('ingress', to).outside.get(member);
  }

  /** What may pass from a workload to what is outside, by its number. */
  public toOutside(from: number, member: number): Answer {
    return this.mapsOf('egress', from).outside.get(member);
  }

  /** What one end says of a flow with a peer, and by which rule. */
  public explain(
    direction: Direction,
    end: number,
    flow: Pick<AskedFlow, 'side' | 'member' | 'protocol' | 'port'>,
  ): EndReason {
    if (flow.side === 'pods' && this.isItself(end, flow.member)) return ITSELF;
    const earlier = this.earlierOf(end);
    if (earlier !== undefined) return earlier.explain(direction, end, flow);
    const { protocol, port } = flow;
    const verdict = this.answers.verdictOf(this.mapsOf(direction, end)[flow.side].get(flow.member), protocol, port);
    const called = direction === 'ingress' ? end : flow.side === 'pods' ? flow.member : undefined;
    const names = called === undefined ? [] : (this.workloads[called]?.ports ?? []);
    return explainEnd(this.governed[direction].of(end), {
      ...flow,
      names,
      mayNameMore: called !== undefined && this.workloads[called]?.isPartlyKnown === true,
      sets: this.answers.sets,
      isOpen: verdict === 'depends',
      isClosed: this.isClosed && this.workloads[end]?.hostNetwork !== true,
    });
  }

  /** Whether nothing passes of which no policy says anything. */
  public get isClosed(): boolean {
    return this.profile.withoutPolicy === 'closed';
  }

  /** What a workload lets pass in a direction. */
  public mapsOf(direction: Direction, workload: number): EndMaps {
    const maps = this.maps[direction][workload];
    if (maps === undefined) throw new RangeError(`no workload has the number ${workload}`);
    return maps;
  }

  /** The policies that govern an end in a direction. */
  public governing(direction: Direction, end: number): Governing {
    return this.earlierOf(end)?.governing(direction, end) ?? this.governed[direction].of(end);
  }

  /** Whether both ends are the same pod. */
  public isItself(from: number, to: number): boolean {
    const workload = this.workloads[from];
    return from === to && workload !== undefined && isOnePod(workload);
  }

  /** What a workload would let pass if these policies governed it; tiers of one key must hold the same rules. */
  public solveEnd(direction: Direction, workload: number, governing: Governing): EndMaps {
    const solvers = this.workloads[workload]?.hostNetwork === true ? this.nodeSolvers : this.solvers;
    return solvers[direction].solve(governing, this.namesFor(direction, workload));
  }

  /** A solver that remembers nothing yet of what it was asked. */
  public newSolver(isClosed = this.isClosed): EndSolver {
    const { nothing, everything } = this.answers;
    return new EndSolver(this.answers, isClosed ? nothing : everything);
  }

  /** Which ports the end that is called gives a name, as a workload sees it that calls or is called. */
  public namesFor(direction: Direction, workload: number): SidesPortNames {
    const own = this.workloads[workload];
    const ofEnd: PortNames = {
      of: () => own?.ports ?? [],
      mayNameMore: () => own?.isPartlyKnown === true,
      naming: () => [],
      key: this.portsKey(workload),
    };
    if (direction === 'ingress') return { pods: ofEnd, outside: ofEnd };
    const ofPeers: PortNames = {
      of: (member) => (member === undefined ? [] : (this.workloads[member]?.ports ?? [])),
      mayNameMore: (member) => member !== undefined && this.workloads[member]?.isPartlyKnown === true,
      naming: (named) => this.naming(named),
      key: '',
    };
    return { pods: ofPeers, outside: { of: () => [], mayNameMore: () => false, naming: () => [], key: '' } };
  }

  /** Ends with the same key give the same names to the same ports. */
  private portsKey(end: number): string {
    const own = this.workloads[end];
    return `${JSON.stringify(own?.ports)}${own?.isPartlyKnown === true ? '…' : ''}`;
  }

  /** By what an end is told that is not touched since the cluster was solved before. */
  private earlierOf(end: number): Reachability | undefined {
    return this.after === undefined || this.after.touched.has(end) ? undefined : this.after.before;
  }

  private groupsIn(direction: Direction): readonly EndGroup[] {
    if (this.after === undefined) return this.solve(direction, this.workloads.keys());
    const { before, touched } = this.after;
    const kept = before.groups[direction].map(({ maps, ends }) => ({
      maps,
      ends: ends.filter((one) => !touched.has(one)),
    }));
    return [...this.solve(direction, touched), ...kept.filter(({ ends }) => ends.length > 0)];
  }

  private solve(direction: Direction, solved: Iterable<number>): readonly EndGroup[] {
    const governed = this.governed[direction];
    const groups = groupBy(solved, (end) => {
      const isByName = direction === 'ingress' && governed.namesPorts(end);
      const place = this.workloads[end]?.hostNetwork === true ? 'node' : '';
      return `${governed.keyOf(end)} ${place} ${isByName ? this.portsKey(end) : ''}`;
    });
    return [...groups.values()].map((ends): EndGroup => {
      const [first = 0] = ends;
      return { ends, maps: this.solveEnd(direction, first, governed.of(first)) };
    });
  }

  private naming(named: readonly NamedPort[]): readonly number[] {
    return this.workloads.flatMap(({ ports, isPartlyKnown }, index) =>
      isPartlyKnown || ports.some((port) => named.some((one) => isNamed(one, port))) ? [index] : [],
    );
  }
}

const ITSELF: EndReason = {
  verdict: 'allowed',
  policy: undefined,
  rule: undefined,
  why: 'nothing keeps a pod from itself',
};

function spread(groups: readonly EndGroup[], count: number): readonly (EndMaps | undefined)[] {
  const maps = Array.from<EndMaps | undefined>({ length: count });
  for (const group of groups) for (const end of group.ends) maps[end] = group.maps;
  return maps;
}

/** Ports, blocks and host names that the policies of a cluster tell apart, or its network plugin does. */
export function askedOf(
  { workloads, policies }: Pick<ClusterInput, 'workloads' | 'policies'>,
  { nodes = [] }: NetworkProfile,
): Required<AskedAbout> {
  const rules = policies.flatMap(rulesOf);
  const peers = rules.flatMap((rule) => rule.peers);
  const byName = new Set(rules.flatMap(({ traffic }) => traffic.named.map(({ name }) => name)));
  const named = workloads.flatMap(({ ports }) =>
    ports.filter(({ name }) => byName.has(name)).map(({ protocol, port }) => ({ protocol, first: port, last: port })),
  );
  return {
    ranges: [...rules.flatMap(({ traffic }) => traffic.ranges), ...named],
    blocks: [...peers.flatMap(blocksOf), ...nodes],
    names: peers.flatMap((peer) => (peer.kind === 'names' ? peer.names : [])),
  };
}

/** The blocks of addresses that a peer names, those that it takes out among them. */
export function blocksOf(peer: Peer): readonly Cidr[] {
  return peer.kind === 'block' ? [peer.block, ...peer.except] : peer.kind === 'networks' ? peer.blocks : [];
}
