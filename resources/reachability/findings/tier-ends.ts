import type { Direction } from '../policy/policy';
import type { GoverningPolicy } from '../solve/governing';
import type { Reachability } from '../solve/reachability';

/** Ends for which one tier of administrators says the same. */
export interface TierEnds {
  readonly tier: 'admin' | 'baseline';
  readonly direction: Direction;
  readonly policies: readonly GoverningPolicy[];
  readonly ends: readonly number[];
}

/** The ends that each tier of administrators governs, by what it says of them. */
export function endsByTier(reachability: Reachability, direction: Direction): readonly TierEnds[] {
  const found = new Map<string, { readonly seen: TierEnds; readonly ends: number[] }>();
  for (const { ends } of reachability.groups[direction]) {
    const [first = 0] = ends;
    const governing = reachability.governing(direction, first);
    for (const tier of ['admin', 'baseline'] as const) {
      const { key, policies } = governing[tier];
      if (policies.length === 0) continue;
      const isByName = policies.some(({ rules }) => rules.some(({ named }) => named.length > 0));
      const text = `${tier} ${key} ${isByName ? reachability.namesFor(direction, first).pods.key : ''}`;
      const same = found.get(text);
      if (same !== undefined) same.ends.push(...ends);
      else {
        const own = [...ends];
        found.set(text, { seen: { tier, direction, policies, ends: own }, ends: own });
      }
    }
  }
  return [...found.values()].map(({ seen }) => seen);
}
