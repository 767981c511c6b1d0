import { importsOf, resolveImport } from '../kit/imports';
import type { Law, TreeFile } from '../kit/law';

/** No two files need each other, at whatever distance; types count. */
export const importCycles: Law = {
  title: 'files import each other one way',
  check: (files) => {
    const graph = importGraph(files.filter(({ path }) => path.endsWith('.ts')));
    return findCycles(graph).map((cycle) => ({
      path: cycle[0] ?? '',
      line: 0,
      what: `import cycle: ${[...cycle, cycle[0]].join(' → ')}`,
    }));
  },
};

type Graph = ReadonlyMap<string, readonly string[]>;

function importGraph(files: readonly TreeFile[]): Graph {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const targets = (file: TreeFile): readonly string[] =>
    importsOf(file).flatMap(({ target }) => {
      const found = target === undefined ? undefined : resolveImport(target, byPath);
      return found === undefined ? [] : [found.path];
    });
  return new Map(files.map((file) => [file.path, targets(file)]));
}

function findCycles(graph: Graph): readonly (readonly string[])[] {
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at !== -1) cycles.push(trail.slice(at));
    if (at !== -1 || done.has(path)) return;
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return cycles;
}
