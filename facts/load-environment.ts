import { factKinds, type Declared, type FactKind, type Facts } from '../model/facts/fact-kinds';
import { failure, problem, success, type Problem, type Result } from '../model/problem';
import type { FactReading, FactTree } from './read-facts';
import { checkShape } from './shape-problems';

/**
 * The facts of an environment from its files, every shape checked: a required file that is missing, a file that
 * is no kind of fact, and two facts of one name are problems, with all others of the run.
 */
export function loadEnvironment(reading: FactReading): Result<Facts> {
  const { tree } = reading;
  const problems: Problem[] = [...reading.problems, ...unknownFiles(tree), ...doubleNames(tree)];
  const entries = factKinds.map((kind) => [
    kind.name,
    kind.place.endsWith('/') ? readMany(kind, reading, problems) : readOne(kind, reading, problems),
  ]);
  if (problems.length > 0) return failure(problems);
  // Every member was checked against the shape from which its type is inferred.
  return success(Object.fromEntries(entries) as Facts);
}

function readOne(kind: FactKind, { tree, brokenFiles }: FactReading, problems: Problem[]): unknown {
  const file = tree.files.get(kind.place);
  if (file === undefined) {
    if (!brokenFiles.has(kind.place)) problems.push(missing(kind, `${kind.place}.ts`));
    return undefined;
  }
  return checked(kind, { place: kind.place, value: file.value, problems });
}

function readMany(
  kind: FactKind,
  { tree, brokenFiles }: FactReading,
  problems: Problem[],
): ReadonlyMap<string, Declared<unknown>> {
  const found = [...tree.files].filter(([id]) => id.startsWith(kind.place));
  const isBroken = [...brokenFiles].some((id) => id.startsWith(kind.place));
  if (found.length === 0 && kind.required && !isBroken) problems.push(missing(kind, `a file in ${kind.place}`));
  return new Map(
    found.map(([id, file]) => [
      nameOf(id),
      { file: id, value: checked(kind, { place: id, value: file.value, problems }) },
    ]),
  );
}

function checked(
  kind: FactKind,
  { place, value, problems }: { place: string; value: unknown; problems: Problem[] },
): unknown {
  const result = checkShape(kind.shape, value, [place]);
  if (result.ok) return result.value;
  problems.push(...result.problems);
  return undefined;
}

function missing(kind: FactKind, wanted: string): Problem {
  return problem({
    code: 'fact-missing',
    at: [kind.place],
    what: `the environment has no ${kind.name}`,
    got: 'no such file',
    want: wanted,
    next: 'add the file; ndc schema prints its form',
  });
}

function unknownFiles(tree: FactTree): Problem[] {
  const places = factKinds.map((kind) => kind.place);
  return [...tree.files.keys()]
    .filter((id) => !places.some((place) => (place.endsWith('/') ? id.startsWith(place) : id === place)))
    .map((id) =>
      problem({
        code: 'fact-file-unknown',
        at: [id],
        what: 'this file is no kind of fact, so nothing would read it',
        got: `${id}.ts`,
        want: `one of: ${places.map((place) => (place.endsWith('/') ? `${place}<name>.ts` : `${place}.ts`)).join(', ')}`,
        next: 'move it to the folder of its kind, or delete it',
      }),
    );
}

function doubleNames(tree: FactTree): Problem[] {
  const seen = new Map<string, string>();
  return [...tree.files.keys()].flatMap((id) => {
    const key = `${id.slice(0, id.indexOf('/'))}/${nameOf(id)}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, id);
    return first === undefined
      ? []
      : [
          problem({
            code: 'fact-name-taken',
            at: [id],
            what: 'two facts of one kind have the same name',
            got: `${id}.ts and ${first}.ts`,
            want: 'a file name that no other fact of the kind has',
            next: 'rename one of them',
          }),
        ];
  });
}

/** The name of a fact: its file's, whatever the subfolder. */
function nameOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
