import type { Answer } from '../solve/answers';
import type { EndMap } from '../solve/end-map';
import type { EndGroup, Reachability } from '../solve/reachability';

/** Which flows count as a step: those that are allowed, or also those that depend on what nobody can tell. */
export type LeastVerdict = 'allowed' | 'depends';

/** Who may step to whom in a cluster, found by groups of ends and never pair by pair. */
export class StepIndex {
  /** Numbers of the groups of ends that are called by whom they don't name. */
  public readonly open: readonly number[];
  /** Workloads with the addresses of their nodes, which may meet everybody. */
  public readonly onNodes: readonly number[];
  private readonly groups: Readonly<Record<'ingress' | 'egress', readonly number[]>>;
  private readonly byNamed = new Map<number, number[]>();
  private readonly counts: readonly number[];

  public constructor(
    public readonly reachability: Reachability,
    public readonly least: LeastVerdict,
  ) {
    const { groups, answers, workloads } = reachability;
    const isOpen = ({ maps }: EndGroup): boolean => maps.pods.isOpen(answers.nothing);
    this.open = groups.ingress.flatMap((group, number) => (isOpen(group) ? [number] : []));
    this.onNodes =
      least === 'depends' ? workloads.flatMap(({ hostNetwork }, member) => (hostNetwork ? [member] : [])) : [];
    this.groups = {
      ingress: numbersOf(groups.ingress, workloads.length),
      egress: numbersOf(groups.egress, workloads.length),
    };
    for (const [number, group] of groups.ingress.entries()) if (!isOpen(group)) this.noteNamed(group, number);
    this.counts = groups.egress.map((group) =>
      isOpen(group) ? Number.POSITIVE_INFINITY : new Set(group.maps.pods.named()).size,
    );
  }

  /** The number of the group that a workload is in. */
  public groupOf(direction: 'ingress' | 'egress', member: number): number {
    return this.groups[direction][member] ?? 0;
  }

  /** Numbers of the groups that a workload can call although they aren't open to all: they name it. */
  public naming(member: number): readonly number[] {
    return this.byNamed.get(member) ?? [];
  }

  /** How many peers a workload names that it can call; infinite where it may call others. */
  public namedCount(member: number): number {
    return this.counts[this.groupOf('egress', member)] ?? 0;
  }

  /** The workloads of a group that is called. */
  public endsOf(group: number): readonly number[] {
    return this.reachability.groups.ingress[group]?.ends ?? [];
  }

  /** What a group lets in. */
  public ingressOf(group: number): EndMap {
    const found = this.reachability.groups.ingress[group];
    if (found === undefined) throw new RangeError(`no group has the number ${group}`);
    return found.maps.pods;
  }

  /** Whether an answer lets enough pass for a step. */
  public isStep(answer: Answer): boolean {
    const { answers } = this.reachability;
    const part = this.least === 'allowed' ? answers.certainOf(answer) : answers.possibleOf(answer);
    return part !== answers.sets.nothing;
  }

  private noteNamed({ maps }: EndGroup, number: number): void {
    for (const member of new Set(maps.pods.named())) {
      const list = this.byNamed.get(member);
      if (list === undefined) this.byNamed.set(member, [number]);
      else list.push(number);
    }
  }
}

function numbersOf(groups: readonly EndGroup[], count: number): readonly number[] {
  const numbers = Array.from<number>({ length: count }).fill(0);
  for (const [number, { ends }] of groups.entries()) for (const end of ends) numbers[end] = number;
  return numbers;
}
