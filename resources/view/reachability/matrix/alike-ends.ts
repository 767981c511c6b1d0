import { groupBy } from '../../../../model/group-by';
import type { MatrixEnd, PathCell, PathCounts, PathMatrix } from './path-matrix';

/** Whom a province or a commune of it may share a path with, as seen from it. */
export const peerClasses = ['itself', 'province', 'communes', 'elsewhere', 'platform', 'outside'] as const;

/** One class of peers. */
export type PeerClass = (typeof peerClasses)[number];

/** The province, or communes of it whose paths are alike: the same numbers from and to each class of peers. */
export interface AlikeEnds {
  readonly ends: readonly MatrixEnd[];
  /** Paths on which each of the ends calls. */
  readonly calls: Readonly<Record<PeerClass, PathCounts>>;
  /** Paths on which each of the ends is called. */
  readonly called: Readonly<Record<PeerClass, PathCounts>>;
}

/** What a matrix of one province comes to: the province first, then its communes, those with differences before others. */
export function findAlikeEnds({ ends, cells }: PathMatrix): readonly AlikeEnds[] {
  const [byCaller, byCalled] = [groupBy(cells, ({ from }) => from), groupBy(cells, ({ to }) => to)];
  const profiles = ends.flatMap((end, index): readonly AlikeEnds[] => {
    if (end.kind !== 'province' && end.kind !== 'commune') return [];
    const classOf = (other: number): PeerClass => (other === index ? 'itself' : CLASSES[ends[other]?.kind ?? 'zone']);
    const calls = sumByClass(byCaller.get(index) ?? [], ({ to }) => classOf(to));
    const called = sumByClass(byCalled.get(index) ?? [], ({ from }) => classOf(from));
    return [{ ends: [end], calls, called }];
  });
  const alike = groupBy(profiles, ({ ends: [end], calls, called }) => JSON.stringify([end?.kind, calls, called]));
  const joined = [...alike.values()].flatMap(([first, ...others]): readonly AlikeEnds[] =>
    first === undefined ? [] : [{ ...first, ends: [first, ...others].flatMap((one) => one.ends) }],
  );
  return joined.toSorted((a, b) => rankOf(a) - rankOf(b));
}

const CLASSES: Readonly<Record<MatrixEnd['kind'], PeerClass>> = {
  province: 'province',
  commune: 'communes',
  platform: 'platform',
  outside: 'outside',
  elsewhere: 'elsewhere',
  zone: 'elsewhere',
  national: 'elsewhere',
  ministry: 'elsewhere',
};

function sumByClass(
  cells: readonly PathCell[],
  classOf: (cell: PathCell) => PeerClass,
): Readonly<Record<PeerClass, PathCounts>> {
  const of = (one: PeerClass): PathCounts => sumCounts(cells.filter((cell) => classOf(cell) === one));
  return {
    itself: of('itself'),
    province: of('province'),
    communes: of('communes'),
    elsewhere: of('elsewhere'),
    platform: of('platform'),
    outside: of('outside'),
  };
}

function sumCounts(counts: readonly PathCounts[]): PathCounts {
  const sum = (count: keyof PathCounts): number => counts.reduce((all, one) => all + one[count], 0);
  return { declared: sum('declared'), proved: sum('proved'), undeclared: sum('undeclared'), closed: sum('closed') };
}

function rankOf({ ends: [end], calls, called }: AlikeEnds): number {
  if (end?.kind === 'province') return 0;
  const differs = [...Object.values(calls), ...Object.values(called)].some(
    ({ undeclared, closed }) => undeclared + closed > 0,
  );
  return differs ? 1 : 2;
}
