import { valueAt } from '../../json-path';
import type { Direction, Policy, PolicyRule, Tier } from '../policy/policy';
import { EndMapDifferences } from '../solve/end-map-differences';
import type { EndMaps, Side } from '../solve/end-maps';
import type { Governing, GoverningPolicy } from '../solve/governing';
import type { EndGroup, Reachability } from '../solve/reachability';
import { peerSides } from './rule-traffic';

/** One rule of a policy, in the direction that it is about. */
export interface RuleInPlace {
  readonly policy: Policy;
  readonly rule: PolicyRule;
  readonly direction: Direction;
}

/** Tells what the answer of a cluster would lose without a rule, by the ends alone that its policy governs. */
export class TakingOut {
  private readonly differences: Readonly<Record<Side, EndMapDifferences>>;

  public constructor(private readonly reachability: Reachability) {
    const { workloads, outside } = reachability;
    this.differences = {
      pods: new EndMapDifferences(workloads.length),
      outside: new EndMapDifferences(outside.count),
    };
  }

  /** Whether the answer of the cluster stays the same when a rule is taken out of its object; its policy governs these groups. */
  public changesNothing(taken: RuleInPlace, groups: readonly EndGroup[]): boolean {
    // What administrators say is kept by a solver for long; what they would say is forgotten with each rule.
    const isShared = taken.policy.tier === 'namespace';
    const own = this.reachability.newSolver();
    return groups.every((group) => {
      const [end = 0] = group.ends;
      const governing = governingWithout(this.reachability.governing(taken.direction, end), taken);
      const left = isShared
        ? this.reachability.solveEnd(taken.direction, end, governing)
        : own.solve(governing, this.reachability.namesFor(taken.direction, end));
      return this.isSame(taken.direction, group, left);
    });
  }

  private isSame(direction: Direction, { ends, maps }: EndGroup, left: EndMaps): boolean {
    for (const side of peerSides) {
      for (const member of this.differences[side].between(maps[side], left[side])) {
        if (side === 'outside' || ends.some((end) => this.isPairChanged(direction, end, { member, maps, left })))
          return false;
      }
    }
    return true;
  }

  /** What one end lets pass may be cut by the other end anyway. */
  private isPairChanged(
    direction: Direction,
    end: number,
    { member, maps, left }: { readonly member: number; readonly maps: EndMaps; readonly left: EndMaps },
  ): boolean {
    const { reachability } = this;
    const other = reachability.mapsOf(direction === 'ingress' ? 'egress' : 'ingress', member).pods.get(end);
    const [before, after] = [maps, left].map(({ pods }) =>
      direction === 'ingress'
        ? reachability.joined(member, end, { egress: other, ingress: pods.get(member) })
        : reachability.joined(end, member, { egress: pods.get(member), ingress: other }),
    );
    return before !== after;
  }
}

const tiers = ['admin', 'namespace', 'baseline'] as const satisfies readonly Tier[];

/** What governs an end after a rule was taken out of its object. */
function governingWithout(governing: Governing, { policy, rule, direction }: RuleInPlace): Governing {
  const without = (one: GoverningPolicy): readonly GoverningPolicy[] => {
    if (one.policy !== policy) return [one];
    const rules = one.rules.filter((other) => other.rule !== rule);
    return rules.length > 0 || governsWithoutRules(policy, direction) ? [{ ...one, rules }] : [];
  };
  const changed = tiers.map((tier) => {
    const { key, policies } = governing[tier];
    if (policy.tier !== tier) return [tier, governing[tier]] as const;
    return [tier, { key: `${key} without ${rule.where}`, policies: policies.flatMap(without) }] as const;
  });
  return Object.fromEntries(changed) as unknown as Governing;
}

/**
 * Whether a policy still governs a direction in which no rule is left. Those of Cilium don't, and a NetworkPolicy governs
 * what goes out without a rule only where its types say so.
 */
function governsWithoutRules({ resource, tier }: Policy, direction: Direction): boolean {
  if (tier !== 'namespace') return true;
  if (resource.kind !== 'NetworkPolicy') return false;
  const types = valueAt(resource.body, 'spec', 'policyTypes');
  return direction === 'ingress' || (Array.isArray(types) && types.length > 0);
}
