import { listMembers } from '../peers/peer-set';
import type { PodIndex } from '../peers/pod-index';
import type { Direction, Policy, PolicyRule, Tier } from '../policy/policy';
import type { BoundRule } from './bind-rules';

/** The policies that govern one end in one direction, by tier. */
export type Governing = Readonly<Record<Tier, GoverningTier>>;

/** The policies of one tier that govern an end, in the order of their priorities. */
export interface GoverningTier {
  /** Ends with the same key are governed by the same policies of the tier. */
  readonly key: string;
  readonly policies: readonly GoverningPolicy[];
}

/** A policy that governs an end, for certain or perhaps. */
export interface GoverningPolicy {
  readonly policy: Policy;
  readonly certain: boolean;
  readonly rules: readonly BoundRule[];
}

/** Binds the rules of policies when they are first asked for: most are shared by many ends. */
export type Binder = (policy: Policy, rule: PolicyRule) => BoundRule;

/** The ends of a cluster in one direction, and how policies find them. */
export interface GovernedEndsOptions {
  readonly direction: Direction;
  /** How many workloads there are. */
  readonly count: number;
  readonly pods: PodIndex;
  readonly bind: Binder;
}

/** Which policies govern each workload in a direction, for certain or perhaps. */
export class GovernedEnds {
  /** By workload, the numbers of policies; those that perhaps govern it are negative, from -1. */
  private readonly lists: readonly number[][];
  private readonly sorted: readonly Policy[];
  private readonly bound = new Map<number, readonly BoundRule[]>();

  public constructor(
    policies: readonly Policy[],
    private readonly ends: GovernedEndsOptions,
  ) {
    const { direction, count, pods } = ends;
    this.sorted = policies.filter(({ rules }) => rules[direction] !== undefined).toSorted(comparePolicies);
    this.lists = Array.from({ length: count }, () => []);
    for (const [index, { subject, resource, isDoubtful = false }] of this.sorted.entries()) {
      const { certain, possible } = pods.select(subject, resource.namespace);
      for (const end of listMembers(certain, count)) this.lists[end]?.push(isDoubtful ? -index - 1 : index);
      for (const end of listMembers(possible, count)) this.lists[end]?.push(-index - 1);
    }
  }

  /** Ends with the same key are governed by the same policies. */
  public keyOf(end: number): string {
    return this.lists[end]?.join() ?? '';
  }

  /** Whether a rule that governs an end names ports by the names that ends give them. */
  public namesPorts(end: number): boolean {
    return (this.lists[end] ?? []).some((number) =>
      this.rulesOf(indexOf(number)).some(({ named }) => named.length > 0),
    );
  }

  /** What governs an end. */
  public of(end: number): Governing {
    const numbers = this.lists[end] ?? [];
    const inTier = (tier: Tier): GoverningTier => {
      const own = numbers.filter((number) => this.policyOf(indexOf(number)).tier === tier);
      return { key: own.join(), policies: own.map((number) => this.governing(number)) };
    };
    return { admin: inTier('admin'), namespace: inTier('namespace'), baseline: inTier('baseline') };
  }

  private governing(number: number): GoverningPolicy {
    const index = indexOf(number);
    return { policy: this.policyOf(index), certain: number >= 0, rules: this.rulesOf(index) };
  }

  private policyOf(index: number): Policy {
    const policy = this.sorted[index];
    if (policy === undefined) throw new RangeError(`no policy has the number ${index}`);
    return policy;
  }

  private rulesOf(index: number): readonly BoundRule[] {
    const known = this.bound.get(index);
    if (known !== undefined) return known;
    const policy = this.policyOf(index);
    const rules = (policy.rules[this.ends.direction] ?? []).map((rule) => this.ends.bind(policy, rule));
    this.bound.set(index, rules);
    return rules;
  }
}

function indexOf(number: number): number {
  return number >= 0 ? number : -number - 1;
}

function comparePolicies(a: Policy, b: Policy): number {
  if (a.priority !== b.priority) return a.priority - b.priority;
  return a.resource.id < b.resource.id ? -1 : 1;
}
