import type { Outside } from '../peers/outside';
import type { Direction } from '../policy/policy';
import type { Answer } from '../solve/answers';
import type { EndGroup, Reachability } from '../solve/reachability';

/** What may pass from one workload to another, by their numbers. */
export interface PodConnection {
  readonly from: number;
  readonly to: number;
  readonly answer: Answer;
}

/**
 * Every pair of workloads between which something passes or may pass, by the number of the one that is called, then of
 * the one that calls. Pairs between which nothing passes aren't looked at, but for those that a policy names.
 */
export function* podConnections(reachability: Reachability): Generator<PodConnection> {
  for (const ofOne of podConnectionsByCalled(reachability)) yield* ofOne;
}

/** The same, a sequence for each workload that is called, so that one may stop where it knows enough of it. */
export function* podConnectionsByCalled(reachability: Reachability): Generator<Generator<PodConnection>> {
  const { workloads } = reachability;
  const met = metIn(reachability, 'egress');
  const all = [...workloads.keys()];
  // What has the address of a node reaches the pods of that node, and they it, whatever policies say.
  const onNodes = all.filter((end) => workloads[end]?.hostNetwork === true);
  for (const to of all) {
    const isOfNode = workloads[to]?.hostNetwork === true;
    const callers = isOfNode ? all : [...new Set([...met(to), ...onNodes])].toSorted((a, b) => a - b);
    yield connectionsTo(reachability, to, callers);
  }
}

function* connectionsTo(reachability: Reachability, to: number, callers: readonly number[]): Generator<PodConnection> {
  const { answers } = reachability;
  for (const from of callers) {
    const answer = reachability.between(from, to);
    if (answers.possibleOf(answer) !== answers.sets.nothing) yield { from, to, answer };
  }
}

/**
 * Every pair of workloads of which one at least is among these, and between which something passes or may pass; workloads
 * with the addresses of their nodes are left out.
 */
export function* podConnectionsOf(reachability: Reachability, ends: ReadonlySet<number>): Generator<PodConnection> {
  const { answers, workloads } = reachability;
  const met = { ingress: metIn(reachability, 'egress'), egress: metIn(reachability, 'ingress') };
  const isOfNode = (end: number): boolean => workloads[end]?.hostNetwork === true;
  for (const end of ends) {
    if (isOfNode(end)) continue;
    for (const direction of ['ingress', 'egress'] as const) {
      for (const peer of met[direction](end)) {
        // A pair of two such ends is met at the one that is called.
        if (isOfNode(peer) || (direction === 'egress' && ends.has(peer))) continue;
        const [from, to] = direction === 'ingress' ? [peer, end] : [end, peer];
        const answer = reachability.between(from, to);
        if (answers.possibleOf(answer) !== answers.sets.nothing) yield { from, to, answer };
      }
    }
  }
}

/** Finds who may be met by an end whose peers let pass what they do in this direction; they are listed once someone is open. */
function metIn(reachability: Reachability, direction: Direction): (end: number) => ReadonlySet<number> {
  const { answers, groups } = reachability;
  const own = direction === 'ingress' ? 'egress' : 'ingress';
  let index: GroupIndex | undefined;
  return (end) => {
    const { pods } = reachability.mapsOf(own, end);
    const met = new Set(pods.named());
    if (reachability.isItself(end, end)) met.add(end);
    if (!pods.isOpen(answers.nothing)) return met;
    index ??= new GroupIndex(groups[direction], answers.nothing);
    for (const one of index.meeting(end)) met.add(one);
    return met;
  };
}

/** The groups of ends in a direction, by whom they name. */
class GroupIndex {
  /** Groups that let something pass to or from those whom they don't name. */
  private readonly open: readonly EndGroup[];
  private readonly byNamed = new Map<number, EndGroup[]>();

  public constructor(groups: readonly EndGroup[], nothing: Answer) {
    this.open = groups.filter(({ maps }) => maps.pods.isOpen(nothing));
    for (const group of groups) {
      for (const end of group.maps.pods.named()) {
        const list = this.byNamed.get(end);
        if (list === undefined) this.byNamed.set(end, [group]);
        else list.push(group);
      }
    }
  }

  /** The ends that name one, or are open. */
  public *meeting(end: number): Generator<number> {
    for (const { ends } of this.open) yield* ends;
    for (const { ends } of this.byNamed.get(end) ?? []) yield* ends;
  }
}

/** What may pass between a workload and a run of addresses outside. */
export interface OutsideConnection {
  /** The workload. */
  readonly end: number;
  readonly direction: 'ingress' | 'egress';
  /** Numbers of the first and the last run of addresses with this answer; the same number twice for a host name. */
  readonly first: number;
  readonly last: number;
  readonly answer: Answer;
}

/** Every workload and run of addresses between which something passes or may pass; neighbors with one answer are joined. */
export function* outsideConnections(reachability: Reachability): Generator<OutsideConnection> {
  const { answers, outside, groups } = reachability;
  for (const direction of ['ingress', 'egress'] as const) {
    for (const { ends, maps } of groups[direction]) {
      const runs = joinRuns(outside, direction, (member) => maps.outside.get(member)).filter(
        ({ answer }) => answers.possibleOf(answer) !== answers.sets.nothing,
      );
      for (const end of ends) for (const run of runs) yield { end, direction, ...run };
    }
  }
}

type Run = Pick<OutsideConnection, 'first' | 'last' | 'answer'>;

function joinRuns(
  outside: Outside,
  direction: OutsideConnection['direction'],
  answerOf: (member: number) => Answer,
): readonly Run[] {
  const runs: Run[] = [];
  for (let member = 0; member < outside.count; member++) {
    // Who calls has an address; names are only ever called.
    if (direction === 'ingress' && !outside.isRun(member)) break;
    const answer = answerOf(member);
    const before = runs.at(-1);
    const continues = before?.answer === answer && outside.areNeighbors(before.last, member);
    if (before !== undefined && continues) runs[runs.length - 1] = { ...before, last: member };
    else runs.push({ first: member, last: member, answer });
  }
  return runs;
}

/** What is outside and may be met by a workload in a direction, by its numbers: all else certainly can't. */
export function outsideMembers(
  reachability: Reachability,
  direction: OutsideConnection['direction'],
  end: number,
): Iterable<number> {
  const { outside } = reachability.mapsOf(direction, end);
  const count = direction === 'ingress' ? reachability.outside.runs : reachability.outside.count;
  return outside.isOpen(reachability.answers.nothing)
    ? Array.from({ length: count }, (_, member) => member)
    : [...new Set(outside.named())].filter((member) => member < count);
}
