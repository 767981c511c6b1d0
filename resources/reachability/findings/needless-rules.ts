import { compareText } from '../../../model/build/sort';
import { directions, type Direction, type Policy } from '../policy/policy';
import type { EndGroup, Reachability } from '../solve/reachability';
import { Coverage, type PlacedRule } from './coverage';
import { TakingOut, type RuleInPlace } from './taking-out';

/** A rule that does nothing on the workloads and addresses that there are. */
export interface NeedlessRule extends RuleInPlace {
  /**
   * `idle`: it matches no flow. `shadowed`: every flow that it matches is decided before it is asked. `redundant`: it
   * decides flows, and without it all are answered the same.
   */
  readonly kind: 'idle' | 'shadowed' | 'redundant';
  /** Rules that decide its flows before it, or that say the same of some; none where no rule but what is open or isolated does. */
  readonly coveredBy: readonly PlacedRule[];
  /**
   * Whether the answer stays the same when this rule alone is taken out; of a policy that governs by its last rule, it may
   * not. Of two rules that say the same, each can be taken out, and not both.
   */
  readonly isSpare: boolean;
}

/**
 * Finds the rules that do nothing, in the order of their policies and places. Those of a policy of which nobody can tell
 * whether it is in force are left out.
 */
export function findNeedlessRules(reachability: Reachability): readonly NeedlessRule[] {
  const [coverage, takingOut] = [new Coverage(reachability), new TakingOut(reachability)];
  return directions
    .flatMap((direction) =>
      [...governedGroups(reachability, direction)].flatMap(([policy, groups]) =>
        (policy.rules[direction] ?? []).flatMap((rule) =>
          tryNeedless({ policy, rule, direction }, groups, { coverage, takingOut }),
        ),
      ),
    )
    .toSorted((a, b) => compareText(placeOf(a), placeOf(b)));
}

function placeOf({ policy, rule }: RuleInPlace): string {
  return `${policy.resource.id} ${rule.where}`;
}

function tryNeedless(
  place: RuleInPlace,
  groups: readonly EndGroup[],
  { coverage, takingOut }: { readonly coverage: Coverage; readonly takingOut: TakingOut },
): readonly NeedlessRule[] {
  const use = coverage.useOf(place, groups);
  const isSpare = takingOut.changesNothing(place, groups);
  if (use === 'decides' && !isSpare) return [];
  const kind = use === 'decides' ? 'redundant' : use;
  return [{ ...place, kind, isSpare, coveredBy: coverage.coveringRules(place, groups, use) }];
}

/** The groups of ends that each policy governs, for certain or perhaps; a policy without subjects governs none. */
function governedGroups(reachability: Reachability, direction: Direction): ReadonlyMap<Policy, readonly EndGroup[]> {
  const found = new Map<Policy, EndGroup[]>();
  for (const policy of reachability.policies)
    if (policy.rules[direction] !== undefined && policy.isDoubtful !== true) found.set(policy, []);
  for (const group of reachability.groups[direction]) {
    const [end = 0] = group.ends;
    const { admin, namespace, baseline } = reachability.governing(direction, end);
    for (const { policy } of [admin, namespace, baseline].flatMap(({ policies }) => policies))
      found.get(policy)?.push(group);
  }
  return found;
}
