import type { Answer } from '../solve/answers';
import type { StepIndex } from './steps';

const UNMET = -2;
const START = -1;

/**
 * The workloads that can be reached from some in any number of steps, nearest first. A group of ends is looked at again
 * only for those of it that weren't met, and once for all callers that are governed alike and that it answers alike.
 */
export class Walk {
  /** All workloads that were met, those at the start first, each before those that were met from it. */
  public readonly met: number[] = [];
  private readonly before: Int32Array;
  /** By group of ends that are called, those that weren't met. */
  private readonly left = new Map<number, readonly number[]>();
  private readonly tried = new Set<string>();
  private areNodesMet = false;

  /** Walks from some workloads, never over those that are left out. */
  public constructor(
    private readonly index: StepIndex,
    starts: Iterable<number>,
    leftOut: ReadonlySet<number> = new Set(),
  ) {
    this.before = new Int32Array(index.reachability.workloads.length).fill(UNMET);
    for (const one of leftOut) this.before[one] = START;
    for (const one of starts) if (!leftOut.has(one)) this.meet(one, START);
    for (const caller of this.met) this.step(caller);
  }

  /** Whether a workload was met. */
  public hasMet(member: number): boolean {
    return this.before[member] !== UNMET && this.before[member] !== undefined;
  }

  /** The workloads on a shortest way to one that was met, from one at the start to itself. */
  public wayTo(member: number): readonly number[] {
    const way: number[] = [];
    for (let at = member; at >= 0; at = this.before[at] ?? START) way.push(at);
    return way.toReversed();
  }

  private meet(member: number, from: number): void {
    if (this.before[member] !== UNMET) return;
    this.before[member] = from;
    this.met.push(member);
  }

  private step(caller: number): void {
    const { index } = this;
    this.stepToNodes(caller);
    const called = [...index.open.filter((group) => this.isNew(caller, group)), ...index.naming(caller)];
    const count = called.reduce((sum, group) => sum + this.leftIn(group).length, 0);
    if (index.namedCount(caller) < count) this.stepToNamed(caller);
    else for (const group of called) this.stepToGroup(caller, group);
  }

  /** What has the address of a node may meet everybody, whatever policies say. */
  private stepToNodes(caller: number): void {
    const { onNodes, reachability } = this.index;
    if (onNodes.length === 0 || this.areNodesMet) return;
    for (const one of onNodes) this.meet(one, caller);
    if (reachability.workloads[caller]?.hostNetwork !== true) return;
    this.areNodesMet = true;
    for (const one of reachability.workloads.keys()) this.meet(one, caller);
  }

  private stepToNamed(caller: number): void {
    const { reachability } = this.index;
    for (const one of reachability.mapsOf('egress', caller).pods.named())
      if (!this.hasMet(one) && this.index.isStep(reachability.between(caller, one))) this.meet(one, caller);
  }

  private stepToGroup(caller: number, group: number): void {
    const { index } = this;
    const { answers } = index.reachability;
    const letsOut = index.reachability.mapsOf('egress', caller).pods;
    const letsIn = index.ingressOf(group).get(caller);
    this.tried.add(this.keyOf(caller, group, letsIn));
    const left = this.leftIn(group).filter((one) => !this.hasMet(one));
    for (const one of left) if (index.isStep(answers.both(letsOut.get(one), letsIn))) this.meet(one, caller);
    this.left.set(
      group,
      left.filter((one) => !this.hasMet(one)),
    );
  }

  private leftIn(group: number): readonly number[] {
    return this.left.get(group) ?? this.index.endsOf(group);
  }

  private isNew(caller: number, group: number): boolean {
    return (
      this.leftIn(group).length > 0 &&
      !this.tried.has(this.keyOf(caller, group, this.index.ingressOf(group).get(caller)))
    );
  }

  private keyOf(caller: number, group: number, letsIn: Answer): string {
    return `${this.index.groupOf('egress', caller)} ${group} ${letsIn}`;
  }
}
