import type { Unit } from '../stacks/unit';

/** The part of all units that one thread builds: every `of`-th, from `index` on. */
export interface WorkShare {
  readonly index: number;
  readonly of: number;
}

/** The units of a share; all shares together are all units, each once. */
export function shareOf(units: readonly Unit[], { index, of }: WorkShare): readonly Unit[] {
  return units.filter((_, place) => place % of === index);
}
