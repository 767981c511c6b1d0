import type { FactTree } from '../../facts/fact-tree';
import type { FactValue } from '../../facts/located-value';
import { readEveryFact } from '../../facts/read-facts';
import type { FactPath } from '../../model/problem';
import { linePlace, type FactLine } from '../../reports/trace/fact-line';
import type { AssemblyView } from '../../resources/view/assembly-view';
import type { EnvironmentPlace } from '../project';

/** The entries of an environment's fact files, or in words why they can't be taken for those of an assembly. */
export type FactLinesReading =
  | { readonly ok: true; readonly lines: readonly FactLine[] }
  | { readonly ok: false; readonly detail: string };

/**
 * Reads the lines of every fact of an environment. They are of use only if they are those that the assembly was made
 * from: every place that its manifest names must hold a fact.
 */
export function readFactLines(place: EnvironmentPlace, { resources, assembly }: AssemblyView): FactLinesReading {
  const { tree, problems } = readEveryFact(place.folder, { projectRoot: place.root });
  const [first] = problems;
  if (first !== undefined) return { ok: false, detail: `they can't be read: ${first.what}` };
  const lines = [...tree.files].flatMap(([id, { value }]) => entriesOf(tree, [id], value));
  const known = new Set(lines.map(linePlace));
  const named = [...resources.all.map(({ source }) => source), ...Object.values(assembly.places ?? {})];
  const moved = named.find((one) => one !== '' && !known.has(one));
  if (moved !== undefined) return { ok: false, detail: `the manifest names ${moved}, where no fact stands` };
  return { ok: true, lines };
}

function entriesOf(tree: FactTree, path: FactPath, value: FactValue): readonly FactLine[] {
  const at = tree.locate(path);
  const own = at === undefined ? [] : [{ file: at.file, line: at.line, path }];
  if (typeof value !== 'object' || value === null) return own;
  const entries: readonly (readonly [string | number, FactValue])[] = isList(value)
    ? [...value.entries()]
    : Object.entries(value);
  return [...own, ...entries.flatMap(([key, one]) => entriesOf(tree, [...path, key], one))];
}

function isList(value: FactValue): value is readonly FactValue[] {
  return Array.isArray(value);
}
