import type { Outside } from '../peers/outside';
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
  const { answers, workloads, groups } = reachability;
  const byEgress = new EgressIndex(reachability);
  const byEnd = new Map(groups.ingress.flatMap((group) => group.ends.map((end) => [end, group] as const)));
  for (const to of workloads.keys()) {
    for (const from of callersOf(to, { group: byEnd.get(to), byEgress, reachability })) {
      const answer = reachability.between(from, to);
      if (answers.possibleOf(answer) !== answers.sets.nothing) yield { from, to, answer };
    }
  }
}

interface Called {
  readonly group: EndGroup | undefined;
  readonly byEgress: EgressIndex;
  readonly reachability: Reachability;
}

/** The workloads that may be able to call one, in order: all others certainly can't. */
function callersOf(to: number, { group, byEgress, reachability }: Called): readonly number[] {
  const { answers, workloads } = reachability;
  if (group === undefined) return [];
  const { pods } = group.maps;
  const callers = new Set(pods.named());
  // What has the address of a node reaches the pods of that node, whatever policies say.
  for (const one of byEgress.onNodes) callers.add(one);
  if (reachability.isItself(to, to)) callers.add(to);
  if (workloads[to]?.hostNetwork === true) return [...workloads.keys()];
  if (pods.isOpen(answers.nothing)) {
    for (const egress of byEgress.open) for (const end of egress.ends) callers.add(end);
    for (const egress of byEgress.naming(to)) for (const end of egress.ends) callers.add(end);
  }
  return [...callers].toSorted((a, b) => a - b);
}

/** The groups of ends that call, by whom they name. */
class EgressIndex {
  /** Groups that let something pass to those whom they don't name. */
  public readonly open: readonly EndGroup[];
  /** Workloads with the addresses of their nodes. */
  public readonly onNodes: readonly number[];
  private readonly byNamed = new Map<number, EndGroup[]>();

  public constructor({ groups: { egress }, answers, workloads }: Reachability) {
    this.open = egress.filter(({ maps }) => maps.pods.isOpen(answers.nothing));
    this.onNodes = workloads.flatMap(({ hostNetwork }, index) => (hostNetwork ? [index] : []));
    for (const group of egress) {
      for (const end of group.maps.pods.named()) {
        const list = this.byNamed.get(end);
        if (list === undefined) this.byNamed.set(end, [group]);
        else list.push(group);
      }
    }
  }

  /** Groups that name a workload. */
  public naming(end: number): readonly EndGroup[] {
    return this.byNamed.get(end) ?? [];
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
