import type { ClusterInput } from '../cluster-input';
import { directions, type Direction } from '../policy/policy';
import { workloadName } from '../peers/workload';
import type { Answer, Verdict } from '../solve/answers';
import type { NetworkProfile } from '../solve/bind-rules';
import type { EndReason } from '../solve/explain';
import { askedOf, Reachability, type AskedAbout } from '../solve/reachability';
import { protocols, type Protocol } from '../traffic/traffic';
import type { TrafficSet } from '../traffic/traffic-sets';
import { outsideMembers, podConnections } from './connections';
import { told } from './flows';

/** What became of some traffic between two ends. */
export interface FlowChange {
  /** A workload as `namespace/name[Kind]`, or what is outside. */
  readonly from: string;
  readonly to: string;
  readonly protocol: Protocol;
  /** First and last port of each range. */
  readonly ports: readonly (readonly [number, number])[];
  readonly before: Verdict;
  readonly after: Verdict;
  /** What decides now at each end that is there, for the first of the ports. */
  readonly because: readonly string[];
  /** Ids of the objects that decide so, each once. */
  readonly objects: readonly string[];
}

/** A cluster as it is read, with what is known of its network plugin. */
export interface SolvableCluster {
  readonly input: ClusterInput;
  readonly profile: NetworkProfile;
}

/** Every change of what passes between two states of one cluster; an end that is in one state alone meets nobody in the other. */
export function* changesBetween(before: SolvableCluster, after: SolvableCluster): Generator<FlowChange> {
  yield* new BothStates(before, after).changes();
}

type State = 'before' | 'after';

/** Both states of a cluster, solved so that what either tells apart is told apart in both. */
export class BothStates {
  public readonly states: Readonly<Record<State, Reachability>>;
  /** Numbers of workloads by their names. */
  public readonly numbers: Readonly<Record<State, ReadonlyMap<string, number>>>;
  private readonly translated = new Map<TrafficSet, TrafficSet>();

  public constructor(before: SolvableCluster, after: SolvableCluster) {
    const asked = joinAsked([askedOf(before.input, before.profile), askedOf(after.input, after.profile)]);
    const solve = ({ input, profile }: SolvableCluster): Reachability => new Reachability(input, profile, asked);
    this.states = { before: solve(before), after: solve(after) };
    const byName = ({ workloads }: Reachability): ReadonlyMap<string, number> =>
      new Map(workloads.map((one, index) => [workloadName(one), index]));
    this.numbers = { before: byName(this.states.before), after: byName(this.states.after) };
  }

  /** Every change of what passes. */
  public *changes(): Generator<FlowChange> {
    yield* this.betweenPods();
    yield* this.outside();
  }

  private *betweenPods(): Generator<FlowChange> {
    const [old, now] = [this.connectionsOf('before'), this.connectionsOf('after')];
    for (const pair of [...new Set([...old.keys(), ...now.keys()])].toSorted()) {
      const [from = '', to = ''] = pair.split('\n');
      const tell: Tell = (protocol, port) => this.reasonsBetween({ from, to, protocol, port });
      yield* this.changesOf({ from, to, old: old.get(pair), now: now.get(pair), tell });
    }
  }

  private *outside(): Generator<FlowChange> {
    const names = new Set([...this.numbers.before.keys(), ...this.numbers.after.keys()]);
    for (const name of [...names].toSorted()) for (const direction of directions) yield* this.atEdge(name, direction);
  }

  private *atEdge(name: string, direction: Direction): Generator<FlowChange> {
    const [old, now] = [this.edgeOf('before', name, direction), this.edgeOf('after', name, direction)];
    const members = [...new Set([...old.keys(), ...now.keys()])].toSorted((a, b) => a - b);
    const { outside } = this.states.after;
    let run: { first: number; last: number } | undefined;
    for (const [index, member] of members.entries()) {
      run = run === undefined ? { first: member, last: member } : { ...run, last: member };
      const next = members[index + 1];
      const continues =
        next !== undefined &&
        outside.areNeighbors(member, next) &&
        old.get(member) === old.get(next) &&
        now.get(member) === now.get(next);
      if (continues) continue;
      const range = outside.textOf(run.first, run.last);
      const ends = direction === 'ingress' ? { from: range, to: name } : { from: name, to: range };
      const tell: Tell = (protocol, port) => this.reasonAtEdge(name, direction, { member, protocol, port });
      yield* this.changesOf({ ...ends, old: old.get(member), now: now.get(member), tell });
      run = undefined;
    }
  }

  private connectionsOf(state: State): ReadonlyMap<string, Answer> {
    const reachability = this.states[state];
    const names = reachability.workloads.map(workloadName);
    return new Map(
      [...podConnections(reachability)].map(({ from, to, answer }) => [
        `${names[from] ?? ''}\n${names[to] ?? ''}`,
        this.inAfter(state, answer),
      ]),
    );
  }

  private edgeOf(state: State, name: string, direction: Direction): ReadonlyMap<number, Answer> {
    const [reachability, end] = [this.states[state], this.numbers[state].get(name)];
    if (end === undefined) return new Map();
    const answerOf = (member: number): Answer =>
      direction === 'ingress' ? reachability.fromOutside(member, end) : reachability.toOutside(end, member);
    return new Map(
      [...outsideMembers(reachability, direction, end)].map((member) => [
        member,
        this.inAfter(state, answerOf(member)),
      ]),
    );
  }

  /** An answer of a state in the numbers of the later one. */
  public inAfter(state: State, answer: Answer): Answer {
    if (state === 'after') return answer;
    const { before, after } = this.states;
    const translate = (set: TrafficSet): TrafficSet => {
      const known = this.translated.get(set) ?? after.answers.sets.of(before.answers.sets.rangesOf(set));
      this.translated.set(set, known);
      return known;
    };
    return after.answers.of(translate(before.answers.certainOf(answer)), translate(before.answers.possibleOf(answer)));
  }

  private *changesOf({ old, now, from, to, tell }: Pair): Generator<FlowChange> {
    const { answers } = this.states.after;
    if (old === now) return;
    const [were, are] = [this.partsOf(old ?? answers.nothing), this.partsOf(now ?? answers.nothing)];
    for (const before of VERDICTS) {
      for (const after of VERDICTS) {
        const changed = before === after ? answers.sets.nothing : answers.sets.and(were[before], are[after]);
        const ranges = answers.sets.rangesOf(changed);
        for (const protocol of protocols) {
          const own = ranges.filter((one) => one.protocol === protocol);
          const [first] = own;
          if (first === undefined) continue;
          const ports = own.map((one) => [one.first, one.last] as const);
          yield { from, to, protocol, ports, before, after, ...tell(protocol, first.first) };
        }
      }
    }
  }

  private partsOf(answer: Answer): Readonly<Record<Verdict, TrafficSet>> {
    const { answers } = this.states.after;
    const { sets } = answers;
    const [allowed, possible] = [answers.certainOf(answer), answers.possibleOf(answer)];
    return { allowed, depends: sets.minus(possible, allowed), denied: sets.minus(sets.everything, possible) };
  }

  private reasonsBetween({ from, to, ...traffic }: Packet): Reasons {
    const { after } = this.states;
    const [caller, called] = [this.numbers.after.get(from), this.numbers.after.get(to)];
    if (caller === undefined || called === undefined) return gone(caller === undefined ? from : to);
    return reasonsOf([
      ['egress', after.explain('egress', caller, { side: 'pods', member: called, ...traffic })],
      ['ingress', after.explain('ingress', called, { side: 'pods', member: caller, ...traffic })],
    ]);
  }

  private reasonAtEdge(
    name: string,
    direction: Direction,
    flow: { readonly member: number; readonly protocol: Protocol; readonly port: number },
  ): Reasons {
    const end = this.numbers.after.get(name);
    if (end === undefined) return gone(name);
    return reasonsOf([[direction, this.states.after.explain(direction, end, { side: 'outside', ...flow })]]);
  }
}

type Reasons = Pick<FlowChange, 'because' | 'objects'>;

function gone(end: string): Reasons {
  return { because: [`${end} is there no more`], objects: [] };
}

function reasonsOf(ends: readonly (readonly [Direction, EndReason])[]): Reasons {
  const objects = ends.flatMap(([, { policy }]) => policy?.resource.id ?? []);
  return {
    because: ends.map(([direction, reason]) => told(direction, reason)),
    objects: [...new Set(objects)].toSorted(),
  };
}

type Tell = (protocol: Protocol, port: number) => Reasons;

interface Pair extends Pick<FlowChange, 'from' | 'to'> {
  /** Undefined where nothing passed. */
  readonly old: Answer | undefined;
  readonly now: Answer | undefined;
  readonly tell: Tell;
}

interface Packet {
  readonly from: string;
  readonly to: string;
  readonly protocol: Protocol;
  readonly port: number;
}

const VERDICTS = ['denied', 'depends', 'allowed'] as const satisfies readonly Verdict[];

function joinAsked(both: readonly Required<AskedAbout>[]): AskedAbout {
  return {
    ranges: both.flatMap(({ ranges }) => ranges),
    blocks: both.flatMap(({ blocks }) => blocks),
    names: both.flatMap(({ names }) => names),
  };
}
