import { compareText } from '../../../../model/build/sort';
import type { DeclaredEnd } from '../../../../model/segmentation/declared-path';
import { directions, type Direction } from '../../../reachability/policy/policy';
import { outsideMembers, podConnections } from '../../../reachability/query/connections';
import type { EndGroup, Reachability } from '../../../reachability/solve/reachability';
import type { ClusterReachability } from '../cluster-reachability';
import type { PathDifference } from '../compare-paths';

/** What is known of the paths of one cluster from one place to another. */
export interface NamespacePair {
  readonly cluster: string;
  /** Name of the namespace that calls; undefined for all that is outside of the cluster: addresses, host names, nodes. */
  readonly from: string | undefined;
  /** What is called, likewise. */
  readonly to: string | undefined;
  /** Whether a path is meant to be open. */
  readonly declared: boolean;
  /** Whether the policies let something pass, or may. */
  readonly proved: boolean;
  /** Whether something passes, or may, that nobody declared. */
  readonly undeclared: boolean;
  /** Whether something declared doesn't pass. */
  readonly closed: boolean;
}

type Place = NamespacePair['from'];
type Mark = 'declared' | 'proved' | PathDifference['kind'];

/**
 * Every pair of places of a cluster between which something is declared or open, by who calls and then who is called; what
 * is outside comes last. Pods with the addresses of their nodes are nodes to every policy, so they are left out.
 */
export function namespacePairs(
  of: Pick<ClusterReachability, 'reachability' | 'declared'> & { readonly cluster: { readonly id: string } },
  differences: Iterable<PathDifference>,
): readonly NamespacePair[] {
  const table = new PairTable();
  for (const { from, to } of of.declared) table.mark('declared', placeOf(from), placeOf(to));
  markPods(table, of.reachability);
  markOutside(table, of.reachability);
  for (const { kind, namespaces } of differences) table.mark(kind, namespaces.from, namespaces.to);
  return table.pairs(of.cluster.id);
}

function placeOf(end: DeclaredEnd): Place {
  return end.kind === 'pods' ? end.namespace : undefined;
}

function markPods(table: PairTable, reachability: Reachability): void {
  const { workloads } = reachability;
  for (const { from, to } of podConnections(reachability)) {
    const [caller, called] = [workloads[from], workloads[to]];
    if (caller === undefined || called === undefined || caller.hostNetwork || called.hostNetwork) continue;
    table.mark('proved', caller.namespace, called.namespace);
  }
}

function markOutside(table: PairTable, reachability: Reachability): void {
  const { groups, workloads } = reachability;
  for (const direction of directions) {
    for (const group of groups[direction]) {
      if (!isOpenOutside(reachability, direction, group)) continue;
      for (const end of group.ends) {
        const workload = workloads[end];
        if (workload === undefined || workload.hostNetwork) continue;
        if (direction === 'ingress') table.mark('proved', undefined, workload.namespace);
        else table.mark('proved', workload.namespace, undefined);
      }
    }
  }
}

/** Whether something may pass between ends and anything outside; it is one answer for all ends of a group. */
function isOpenOutside(reachability: Reachability, direction: Direction, { ends: [end], maps }: EndGroup): boolean {
  if (end === undefined) return false;
  const { answers } = reachability;
  for (const member of outsideMembers(reachability, direction, end))
    if (answers.possibleOf(maps.outside.get(member)) !== answers.sets.nothing) return true;
  return false;
}

/** What was seen between places, while a cluster is gone through. */
class PairTable {
  private readonly seen = new Map<Place, Map<Place, Set<Mark>>>();

  public mark(mark: Mark, from: Place, to: Place): void {
    const row = this.seen.get(from) ?? new Map<Place, Set<Mark>>();
    this.seen.set(from, row);
    const marks = row.get(to);
    if (marks === undefined) row.set(to, new Set([mark]));
    else marks.add(mark);
  }

  public pairs(cluster: string): readonly NamespacePair[] {
    return [...this.seen].toSorted(byPlace).flatMap(([from, row]) =>
      [...row].toSorted(byPlace).map(([to, marks]) => ({
        cluster,
        from,
        to,
        declared: marks.has('declared'),
        proved: marks.has('proved'),
        undeclared: marks.has('undeclared'),
        closed: marks.has('closed'),
      })),
    );
  }
}

function byPlace([a]: readonly [Place, unknown], [b]: readonly [Place, unknown]): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return compareText(a, b);
}
