import { firstOrder } from '../../model/build/sort';
import { nearestName } from '../../model/nearest-name';
import { failure, problem, success, type Problem, type Result } from '../../model/problem';
import { linePlace, type FactLine } from './fact-line';
import type { TraceIndex } from './trace-index';
import type { TraceStart } from './trace-start';

/** A fact file, perhaps with a line, perhaps with a column that says nothing more. */
const PLACE = /^(.+\.ts)(?::(\d{1,7}))?(?::\d+)?$/;

/** Whether a text has the shape of a place in the facts. */
export function isSourcePlace(text: string): boolean {
  return PLACE.test(text);
}

/**
 * Finds the facts that a place means. The line of a fact means it, a line inside one that leads nowhere by itself means
 * the nearest fact around it that leads somewhere; a file means all of its facts.
 */
export function findSource(index: TraceIndex, text: string): Result<TraceStart> {
  const [, given = '', digits] = PLACE.exec(text) ?? [];
  const places = linkedPlaces(index);
  const files = [
    ...new Set([...places].map(fileOf).concat((index.facts.lines ?? []).map(({ file }) => file))),
  ].toSorted();
  const matching = files.filter((file) => file === given || file.endsWith(`/${given}`));
  const [file, second] = matching;
  if (file === undefined) return failure([unknownFile(given, files)]);
  if (second !== undefined && !matching.includes(given)) return failure([severalFiles(given, matching)]);
  const chosen = matching.includes(given) ? given : file;
  if (digits === undefined) {
    return success({
      kind: 'source',
      id: chosen,
      places: [...places].filter((one) => fileOf(one) === chosen).toSorted(),
    });
  }
  return findLine(index, { file: chosen, line: Number(digits) }, places);
}

function findLine(
  index: TraceIndex,
  at: Pick<FactLine, 'file' | 'line'>,
  places: ReadonlySet<string>,
): Result<TraceStart> {
  const id = linePlace(at);
  const { lines } = index.facts;
  if (lines === undefined) {
    return places.has(id) ? success({ kind: 'source', id, places: [id] }) : failure([untoldLine(at, places)]);
  }
  const inFile = lines.filter(({ file }) => file === at.file);
  const [entry] = inFile.filter(({ line }) => line === at.line).toSorted((a, b) => a.path.length - b.path.length);
  if (entry === undefined) return failure([emptyLine(at, inFile)]);
  const fact = entry.path.join('.');
  for (let length = entry.path.length; length > 0; length -= 1) {
    const around = entry.path.slice(0, length).join('/');
    const place = inFile.filter(({ path }) => path.join('/') === around).map(linePlace)[0];
    if (place !== undefined && places.has(place)) return success({ kind: 'source', id, places: [place], fact });
  }
  return success({ kind: 'source', id, places: [], fact });
}

/** Every place of a fact that leads to something. */
function linkedPlaces(index: TraceIndex): ReadonlySet<string> {
  const places = new Set<string>();
  for (const subject of index.subjects.values())
    for (const { place } of index.facts.linksOf(subject)) places.add(place);
  return places;
}

function fileOf(place: string): string {
  return place.replace(/:\d+$/, '');
}

/** Lines that are offered. */
const OFFERED_MAX = 8;

function unknownFile(got: string, files: readonly string[]): Problem {
  const near =
    nearestName(got, files) ??
    nearestName(
      got,
      files.map((one) => one.slice(one.lastIndexOf('/') + 1)),
    );
  return problem({
    code: 'trace-file-unknown',
    at: [],
    what: 'no fact file of the environment has this name',
    got,
    want: near === undefined ? 'a fact file, such as environments/<name>/nation.ts' : `did you mean ${near}?`,
    next: 'write the path from the root of the project, or its last parts',
  });
}

function severalFiles(got: string, files: readonly string[]): Problem {
  return problem({
    code: 'trace-ambiguous',
    at: [],
    what: 'several fact files have this name',
    got,
    want: `one of ${files.slice(0, OFFERED_MAX).join(', ')}`,
    next: 'write more of the path',
  });
}

function emptyLine({ file, line }: Pick<FactLine, 'file' | 'line'>, inFile: readonly FactLine[]): Problem {
  const near = inFile.toSorted((a, b) =>
    firstOrder(Math.abs(a.line - line) - Math.abs(b.line - line), a.line - b.line),
  )[0];
  return problem({
    code: 'trace-line-empty',
    at: [],
    what: 'no fact stands on this line',
    got: linePlace({ file, line }),
    want: near === undefined ? 'a line with a fact' : `did you mean ${linePlace(near)}?`,
    next: 'name the line of a value, or the file alone',
  });
}

function untoldLine(at: Pick<FactLine, 'file' | 'line'>, places: ReadonlySet<string>): Problem {
  const known = [...places]
    .filter((one) => fileOf(one) === at.file)
    .map((one) => Number(/:(\d+)$/.exec(one)?.[1] ?? 0));
  const told = known.filter((line) => line > 0).toSorted((a, b) => a - b);
  return problem({
    code: 'trace-line-untold',
    at: [],
    what: 'the manifest tells nothing of this line, and the assembly doesn’t carry the facts that it was made from',
    got: linePlace(at),
    want:
      told.length === 0
        ? 'the file alone'
        : `${at.file} with one of the lines ${told.slice(0, OFFERED_MAX).join(', ')}`,
    next: 'make the assembly again with ndc synth, or name the file alone',
  });
}
