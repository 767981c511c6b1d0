import { IS_FALSE, IS_TRUE, IS_UNKNOWN, type TruthSet } from '../truth-set';

/** What a comparison with a bound may answer. */
export interface OrderBound<N extends number | bigint> {
  /** Whether it asks for at least the bound; else for at most. */
  readonly isFloor: boolean;
  readonly bound: N;
  readonly answers: TruthSet;
}

/** Whether some number is such that every comparison answers as stated, or none can be made of it. */
export function isOrderPossible<N extends number | bigint>(
  bounds: readonly OrderBound<N>[],
  canBeJudged: (how: 'judged' | 'not judged') => boolean,
): boolean {
  const unjudged = canBeJudged('not judged') && bounds.every(({ answers }) => (answers & IS_UNKNOWN) !== 0);
  return unjudged || (canBeJudged('judged') && hasRoom(bounds));
}

interface Edge<N> {
  readonly at: N;
  readonly isOpen: boolean;
}

function hasRoom<N extends number | bigint>(bounds: readonly OrderBound<N>[]): boolean {
  let [low, high]: [Edge<N> | undefined, Edge<N> | undefined] = [undefined, undefined];
  for (const { isFloor, bound, answers } of bounds) {
    const [yes, no] = [(answers & IS_TRUE) !== 0, (answers & IS_FALSE) !== 0];
    if (!yes && !no) return false;
    if (yes && no) continue;
    const edge = { at: bound, isOpen: no };
    if (isFloor === yes) low = isStricter(edge, low, (a, b) => a > b) ? edge : low;
    else high = isStricter(edge, high, (a, b) => a < b) ? edge : high;
  }
  if (low === undefined || high === undefined) return true;
  return low.at === high.at ? !low.isOpen && !high.isOpen : low.at < high.at;
}

function isStricter<N>(edge: Edge<N>, than: Edge<N> | undefined, isBeyond: (a: N, b: N) => boolean): boolean {
  if (than === undefined || isBeyond(edge.at, than.at)) return true;
  return edge.at === than.at && edge.isOpen;
}
