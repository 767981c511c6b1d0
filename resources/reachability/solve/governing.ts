import { hasMember, type Matched } from '../peers/peer-set';
import type { PodIndex } from '../peers/pod-index';
import type { Direction, Policy, PolicyRule } from '../policy/policy';
import type { BoundRule } from './bind-rules';
import type { Governing, GoverningPolicy } from './end-maps';

/** Binds the rules of policies when they are first asked for: most are shared by many ends. */
export type Binder = (policy: Policy, rule: PolicyRule) => BoundRule;

/** Which policies govern each workload in a direction, for certain or perhaps. */
export class GovernedEnds {
  private readonly lists: readonly number[][];
  private readonly sorted: readonly Policy[];
  private readonly bound = new Map<number, readonly BoundRule[]>();

  public constructor(
    policies: readonly Policy[],
    private readonly direction: Direction,
    count: number,
    private readonly find: { readonly pods: PodIndex; readonly bind: Binder },
  ) {
    this.sorted = policies.filter(({ rules }) => rules[direction] !== undefined).toSorted(comparePolicies);
    this.lists = Array.from({ length: count }, () => []);
    for (const [index, policy] of this.sorted.entries()) {
      const matched = find.pods.select(policy.subject, policy.resource.namespace);
      for (const end of endsOf(matched, count)) this.lists[end]?.push(index);
      for (const end of listedOf(matched.possible, count)) this.lists[end]?.push(-index - 1);
    }
  }

  /** Ends with the same key are governed by the same policies. */
  public keyOf(end: number): string {
    return this.lists[end]?.join() ?? '';
  }

  /** Whether a rule that governs an end names ports that the end itself gives a name. */
  public namesPorts(end: number): boolean {
    return (this.lists[end] ?? []).some((one) => this.rulesOf(indexOf(one)).some(({ named }) => named.length > 0));
  }

  /** What governs an end. */
  public of(end: number): Governing {
    const all = (this.lists[end] ?? []).map((one): GoverningPolicy & Pick<Policy, 'tier'> => {
      const index = indexOf(one);
      const policy = this.sorted[index];
      if (policy === undefined) throw new RangeError(`no policy has the number ${index}`);
      const { tier, priority, isolates } = policy;
      return { policy, tier, priority, isolates, certain: one >= 0, rules: this.rulesOf(index) };
    });
    const inTier = (tier: Policy['tier']): readonly GoverningPolicy[] =>
      all.filter((one) => one.tier === tier).toSorted((a, b) => a.priority - b.priority);
    return { admin: inTier('admin'), namespace: inTier('namespace'), baseline: inTier('baseline') };
  }

  private rulesOf(index: number): readonly BoundRule[] {
    const known = this.bound.get(index);
    if (known !== undefined) return known;
    const policy = this.sorted[index];
    const rules = (policy?.rules[this.direction] ?? []).map((rule) => this.find.bind(policy as Policy, rule));
    this.bound.set(index, rules);
    return rules;
  }
}

/** Those that perhaps are governed have negative numbers, from -1. */
function indexOf(one: number): number {
  return one >= 0 ? one : -one - 1;
}

function endsOf({ certain }: Matched, count: number): Iterable<number> {
  return listedOf(certain, count);
}

function listedOf(set: Matched['certain'], count: number): Iterable<number> {
  if (!set.inverted) return set.listed;
  return Array.from({ length: count }, (_, index) => index).filter((index) => hasMember(set, index));
}

function comparePolicies(a: Policy, b: Policy): number {
  return a.priority - b.priority || (a.resource.id < b.resource.id ? -1 : 1);
}
