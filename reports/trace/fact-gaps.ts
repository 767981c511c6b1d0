import { compareText } from '../../model/build/sort';
import { linePlace, type FactLine } from './fact-line';
import type { TraceIndex } from './trace-index';

/** A fact that leads to no written object. */
export interface FactGap {
  /** `file:line`. */
  readonly place: string;
  /** The fact file, then the keys, joined by dots. */
  readonly fact: string;
  /** How many things of the model rules judge because of it, though nothing is written of them. */
  readonly judged: number;
}

/** What is known of one entry of a fact file. */
interface FactNode {
  readonly line: FactLine;
  readonly children: FactNode[];
}

/**
 * The facts that lead to no object: no object names the fact, one inside it or one around it. Each is told by the
 * outermost fact of which that is true.
 */
export function findFactGaps(index: TraceIndex, lines: readonly FactLine[]): readonly FactGap[] {
  const { written, judged } = leadsOf(index);
  const gaps: FactGap[] = [];
  const visit = ({ line, children }: FactNode): void => {
    const place = linePlace(line);
    if (written.has(place)) return;
    if (children.some((child) => leads(child, written))) for (const child of children) visit(child);
    else gaps.push({ place, fact: line.path.join('.'), judged: judged.get(place) ?? 0 });
  };
  for (const root of factTrees(lines)) visit(root);
  return gaps.toSorted((a, b) => compareText(a.fact, b.fact));
}

/** The places that lead to objects, and to how many other things each leads. */
function leadsOf(index: TraceIndex): {
  readonly written: ReadonlySet<string>;
  readonly judged: ReadonlyMap<string, number>;
} {
  const written = new Set<string>();
  const judged = new Map<string, number>();
  for (const subject of index.subjects.values()) {
    for (const { place } of index.facts.linksOf(subject)) {
      if (subject.resource !== undefined) written.add(place);
      else judged.set(place, (judged.get(place) ?? 0) + 1);
    }
  }
  return { written, judged };
}

function leads({ line, children }: FactNode, written: ReadonlySet<string>): boolean {
  return written.has(linePlace(line)) || children.some((child) => leads(child, written));
}

/** The entries as trees, one for each file. */
function factTrees(lines: readonly FactLine[]): readonly FactNode[] {
  const nodes = new Map<string, FactNode>(lines.map((line) => [line.path.join('/'), { line, children: [] }]));
  return [...nodes.values()].filter((node) => {
    const parent = nodes.get(node.line.path.slice(0, -1).join('/'));
    parent?.children.push(node);
    return parent === undefined;
  });
}
