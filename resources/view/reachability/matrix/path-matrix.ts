import type { Text } from '../../../../model/text';
import type { TenantKind } from '../../../../model/tenancy/tenant';
import type { NamespacePair } from './namespace-pairs';

/**
 * What stands at a row and at a column of a matrix: a zone, an agency, all that belongs to no agency (`platform`), all
 * other agencies than those listed (`elsewhere`), or all that is outside of the clusters.
 */
export interface MatrixEnd {
  readonly kind: 'zone' | TenantKind | 'platform' | 'elsewhere' | 'outside';
  /** Name of the zone, id of the agency, or the kind where there is one such end alone. */
  readonly id: string;
  /** @default - the kind says it all */
  readonly officialName?: Text | undefined;
}

/** How many pairs of namespaces have a path; what is outside of one cluster counts as one. */
export interface PathCounts {
  /** With a path that is meant to be open. */
  readonly declared: number;
  /** With something that the policies let pass, or may. */
  readonly proved: number;
  /** With something that passes, or may, and that nobody declared. */
  readonly undeclared: number;
  /** With something declared that doesn't pass. */
  readonly closed: number;
}

/** The paths from one end of a matrix to another, by their places among its ends. */
export interface PathCell extends PathCounts {
  readonly from: number;
  readonly to: number;
  /** How many pairs of namespaces there are in one cluster, with a path or without: what density is a share of. */
  readonly pairs: number;
}

/** Who has paths to whom, counted; cells without any path aren't listed. */
export interface PathMatrix {
  readonly ends: readonly MatrixEnd[];
  /** By row, then by column. */
  readonly cells: readonly PathCell[];
}

/** The places of one cluster and the paths between them. */
export interface ClusterPairs {
  readonly cluster: string;
  readonly namespaces: readonly string[];
  readonly pairs: readonly NamespacePair[];
}

/** The number of the end that a place belongs to; undefined leaves it out of the matrix. */
export type EndOfPlace = (cluster: string, place: NamespacePair['from']) => number | undefined;

/** Counts the paths of clusters between groups of their places. */
export function countPaths(
  clusters: readonly ClusterPairs[],
  ends: readonly MatrixEnd[],
  endOf: EndOfPlace,
): PathMatrix {
  const cells = new Map<number, Counted>();
  for (const { cluster, pairs } of clusters) {
    for (const pair of pairs) {
      const [from, to] = [endOf(cluster, pair.from), endOf(cluster, pair.to)];
      if (from === undefined || to === undefined) continue;
      const key = from * ends.length + to;
      const cell = cells.get(key) ?? { from, to, declared: 0, proved: 0, undeclared: 0, closed: 0 };
      for (const count of COUNTS) cell[count] += Number(pair[count]);
      cells.set(key, cell);
    }
  }
  const sizes = clusters.map((one) => sizesOf(one, endOf));
  const sorted = [...cells].toSorted(([a], [b]) => a - b).map(([, cell]) => cell);
  return { ends, cells: sorted.map((cell) => ({ ...cell, pairs: pairsOf(cell, sizes) })) };
}

const COUNTS = ['declared', 'proved', 'undeclared', 'closed'] as const satisfies readonly (keyof PathCounts)[];

type Counted = { -readonly [K in Exclude<keyof PathCell, 'pairs'>]: number };

/** How many places of one cluster belong to each end. */
function sizesOf({ cluster, namespaces }: ClusterPairs, endOf: EndOfPlace): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (const place of [...namespaces, undefined]) {
    const end = endOf(cluster, place);
    if (end !== undefined) sizes.set(end, (sizes.get(end) ?? 0) + 1);
  }
  return sizes;
}

function pairsOf({ from, to }: Pick<PathCell, 'from' | 'to'>, sizes: readonly ReadonlyMap<number, number>[]): number {
  return sizes.reduce((sum, one) => sum + (one.get(from) ?? 0) * (one.get(to) ?? 0), 0);
}
