import { compareText } from '../../model/build/sort';
import type { ClusterInput } from '../../resources/reachability/cluster-input';
import { workloadName } from '../../resources/reachability/peers/workload';
import { namespaceOf } from '../../resources/reachability/peers/workload';
import type { FlowPair } from './flow-pairs';

/** What stands at a row and at a column: a workload, a namespace, some namespaces that follow each other, or all outside. */
export interface FlowGroup {
  /** Name of the workload or namespace, or of the first namespace; undefined for all that is outside. */
  readonly first: string | undefined;
  /** Name of the last namespace; the same as the first where there is one. */
  readonly last: string | undefined;
  /** How many workloads there are in it; 0 for all that is outside. */
  readonly workloads: number;
}

/** What passes from one group to another. */
export interface FlowCell {
  readonly from: number;
  readonly to: number;
  /** Pairs of ends between which something passes for certain. */
  readonly allowed: number;
  /** Pairs of ends between which something only may pass. */
  readonly depends: number;
  /** What passes, and what may, between two workloads; empty between larger groups.
   */
  readonly traffic: readonly Pick<FlowPair, 'verdict' | 'traffic'>[];
}

/** Who reaches whom in a table that fits a page. */
export interface FlowMatrix {
  readonly by: 'workload' | 'namespace' | 'group';
  readonly groups: readonly FlowGroup[];
  /** By row, then by column; cells without any flow aren't listed. */
  readonly cells: readonly FlowCell[];
  /** Sums of all cells. */
  readonly allowed: number;
  readonly depends: number;
}

/** The most rows that workloads or namespaces may have each for themselves. */
export const ROWS_MAX = 60;

/** How many groups namespaces are put into where there are more. */
const GROUPS = 40;

/** Gathers flows into a matrix, and keeps only as much of them as its cells need. */
export class FlowMatrixBuilder {
  private readonly workloads = new Set<string>();
  private readonly counts = { allowed: 0, depends: 0 };
  private readonly byNamespace = new CellTable();
  private byWorkload: CellTable | undefined = new CellTable();

  /** Begins with the workloads of a cluster, so that those that nothing reaches are there too. */
  public constructor(cluster?: ClusterInput) {
    for (const workload of cluster?.workloads ?? []) this.workloads.add(workloadName(workload));
  }

  /** Takes what passes between two ends. */
  public add(pair: FlowPair): void {
    const [from, to] = [namespaceOf(pair.from), namespaceOf(pair.to)];
    if (from !== undefined) this.workloads.add(pair.from);
    if (to !== undefined) this.workloads.add(pair.to);
    this.counts[pair.verdict] += 1;
    this.byNamespace.add({ from, to }, pair, false);
    if (this.workloads.size > ROWS_MAX) this.byWorkload = undefined;
    const ends = { from: from === undefined ? OUTSIDE : pair.from, to: to === undefined ? OUTSIDE : pair.to };
    this.byWorkload?.add(ends, pair, true);
  }

  /** The matrix of all that was taken. */
  public build(): FlowMatrix {
    const workloads = [...this.workloads].toSorted(compareText);
    const sizes = new Map<string, number>();
    for (const one of workloads) {
      const namespace = namespaceOf(one) ?? '';
      sizes.set(namespace, (sizes.get(namespace) ?? 0) + 1);
    }
    const namespaces = [...sizes.keys()].toSorted(compareText);
    if (this.byWorkload !== undefined && workloads.length <= ROWS_MAX)
      return this.matrix(
        'workload',
        this.byWorkload,
        split(workloads, workloads.length, () => 1),
      );
    const rows = namespaces.length <= ROWS_MAX ? namespaces.length : GROUPS;
    const by = rows === namespaces.length ? 'namespace' : 'group';
    return this.matrix(
      by,
      this.byNamespace,
      split(namespaces, rows, (one) => sizes.get(one) ?? 0),
    );
  }

  private matrix(by: FlowMatrix['by'], table: CellTable, { groups, groupOf }: Split): FlowMatrix {
    return { by, groups, cells: table.cells(groupOf, groups.length), ...this.counts };
  }
}

/** The place of all that is outside; whatever is inside has a name. */
const OUTSIDE = undefined;

/** Name of a workload or namespace, or outside. */
type Place = string | typeof OUTSIDE;

interface Split {
  readonly groups: readonly FlowGroup[];
  readonly groupOf: ReadonlyMap<Place, number>;
}

/** Splits sorted names into groups of nearly one size that follow each other; what is outside is the last group. */
function split(names: readonly string[], count: number, sizeOf: (name: string) => number): Split {
  const groupOf = new Map<Place, number>();
  const groups = Array.from({ length: count }, (_, index): FlowGroup => {
    const own = names.slice(
      Math.floor((index * names.length) / count),
      Math.floor(((index + 1) * names.length) / count),
    );
    for (const name of own) groupOf.set(name, index);
    const workloads = own.reduce((sum, name) => sum + sizeOf(name), 0);
    return { first: own[0], last: own.at(-1), workloads };
  });
  groupOf.set(OUTSIDE, count);
  return { groups: [...groups, { first: OUTSIDE, last: OUTSIDE, workloads: 0 }], groupOf };
}

interface Gathered {
  allowed: number;
  depends: number;
  readonly traffic: Pick<FlowPair, 'verdict' | 'traffic'>[];
}

/** What passes between names, and between groups of them. */
class CellTable {
  private readonly rows = new Map<Place, Map<Place, Gathered>>();

  public add(
    { from, to }: { readonly from: Place; readonly to: Place },
    { verdict, traffic }: FlowPair,
    isKept: boolean,
  ): void {
    const row = this.rows.get(from) ?? new Map<Place, Gathered>();
    this.rows.set(from, row);
    const cell = row.get(to) ?? { allowed: 0, depends: 0, traffic: [] };
    row.set(to, cell);
    cell[verdict] += 1;
    // All that is outside is one row of many ends: what passes to each would be too long to tell.
    if (isKept && from !== OUTSIDE && to !== OUTSIDE) cell.traffic.push({ verdict, traffic });
  }

  public cells(groupOf: ReadonlyMap<Place, number>, count: number): readonly FlowCell[] {
    const cells = new Map<number, FlowCell>();
    for (const [caller, row] of this.rows) {
      for (const [called, { allowed, depends, traffic }] of row) {
        const [from, to] = [groupOf.get(caller) ?? 0, groupOf.get(called) ?? 0];
        const key = from * count + to;
        const known = cells.get(key) ?? { from, to, allowed: 0, depends: 0, traffic: [] };
        const sums = { allowed: known.allowed + allowed, depends: known.depends + depends };
        cells.set(key, { ...known, ...sums, traffic: [...known.traffic, ...traffic] });
      }
    }
    return [...cells].toSorted(([a], [b]) => a - b).map(([, cell]) => cell);
  }
}
