import { compareText } from '../../model/build/sort';
import { groupBy } from '../../model/group-by';
import type { ClusterInput } from '../../resources/reachability/cluster-input';
import { workloadName } from '../../resources/reachability/peers/workload';
import type { Flow } from '../../resources/reachability/query/flows';
import { visibleText } from '../text/visible-text';
import { namespaceOf } from '../../resources/reachability/peers/workload';
import { pairsOf } from './flow-pairs';

/**
 * Flows as a graph of Graphviz: a box for each workload within its namespace, an oval for what is outside, an arrow for
 * each pair of ends with its ports; what only may pass has a dashed one of its own.
 */
export function* dotLines(flows: Iterable<Flow>, cluster?: ClusterInput): Generator<string> {
  const nodes = new Nodes();
  for (const workload of cluster?.workloads ?? []) nodes.idOf(workloadName(workload));
  yield 'digraph reachability {';
  yield '  rankdir=LR;';
  yield '  node [shape=box, fontname="sans-serif"];';
  yield '  edge [fontname="sans-serif", fontsize=10];';
  for (const { from, to, verdict, traffic } of pairsOf(flows)) {
    const style = verdict === 'allowed' ? '' : ', style=dashed';
    yield `  ${nodes.idOf(from)} -> ${nodes.idOf(to)} [label=${quoted(traffic)}${style}];`;
  }
  yield* nodes.lines();
  yield '}';
}

/** The ends of a graph; their ids are numbers, so that no name can be taken for anything else. */
class Nodes {
  private readonly ids = new Map<string, string>();

  public idOf(end: string): string {
    const known = this.ids.get(end);
    if (known !== undefined) return known;
    const id = `n${this.ids.size}`;
    this.ids.set(end, id);
    return id;
  }

  /** What each end is, those of one namespace together. */
  public *lines(): Generator<string> {
    const byNamespace = groupBy(this.ids, ([end]) => namespaceOf(end));
    const outside = byNamespace.get(undefined) ?? [];
    const namespaces = [...byNamespace.keys()].filter((one) => one !== undefined).toSorted(compareText);
    for (const [index, namespace] of namespaces.entries()) {
      yield `  subgraph cluster_${index} {`;
      yield `    label=${quoted(namespace)};`;
      for (const [end, id] of byNamespace.get(namespace) ?? [])
        yield `    ${id} [label=${quoted(end.slice(namespace.length + 1))}];`;
      yield '  }';
    }
    for (const [end, id] of outside) yield `  ${id} [label=${quoted(end)}, shape=ellipse];`;
  }
}

/** A quoted string of DOT; a backslash would begin an escape there. */
function quoted(text: string): string {
  return `"${visibleText(text)
    .replaceAll('\\', '\\\\')
    .replaceAll('"', String.raw`\"`)}"`;
}
