import { pointerSteps } from '../../model/facts/json-pointer';
import { linePlace, type FactLine } from '../../reports/trace/fact-line';
import type { AssemblyView } from '../../resources/view/assembly-view';

/** The entries of an assembly's fact files, or in words why they can't be gone by. */
export type FactLinesReading =
  | { readonly ok: true; readonly lines: readonly FactLine[] }
  | { readonly ok: false; readonly detail: string };

/**
 * The lines of every fact that an assembly was made from, as its `facts.json` carries them. They are of use only if they
 * are those that the manifest speaks of: by their digest, and by every place that it names.
 */
export function readFactLines({ resources, assembly, integrity }: AssemblyView): FactLinesReading {
  const changed = integrity.find(({ kind }) => kind === 'facts-digest-differs');
  if (changed !== undefined) return { ok: false, detail: `${changed.file} has the digest ${changed.detail}` };
  const lines = Object.entries(assembly.facts).flatMap(([fact, stated]) =>
    Object.entries(stated.lines).map(([pointer, line]): FactLine => ({
      file: stated.file,
      line,
      path: [fact, ...pointerSteps(pointer)],
    })),
  );
  const known = new Set(lines.map(linePlace));
  const named = [...resources.all.map(({ source }) => source), ...Object.values(assembly.places ?? {})];
  const lost = named.find((one) => one !== '' && !known.has(one));
  if (lost !== undefined) return { ok: false, detail: `the manifest names ${lost}, where no fact stands` };
  return { ok: true, lines };
}
