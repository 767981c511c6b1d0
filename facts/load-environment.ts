import { factKinds, type Declared, type FactKind, type FactKindName, type Facts } from '../model/facts/fact-kinds';
import { standInFacts } from '../model/facts/stand-in-facts';
import type { UnsoundFile } from '../model/facts/unsound-facts';
import { problem, type Problem } from '../model/problem';
import { isRecordFolder } from './parse-record';
import type { FactReading, FactTree } from './read-facts';
import { checkShape } from './shape-problems';

/** The facts of an environment as far as they can be used, and what is wrong with the rest. */
export interface LoadedEnvironment {
  /** Every sound fact; a stand-in in place of each single file that can't be used. */
  readonly facts: Facts;
  /** The files that are there and can't be used. */
  readonly unsound: readonly UnsoundFile[];
  readonly problems: readonly Problem[];
}

/**
 * The facts of an environment from its files, every shape checked: a required file that is missing, a file that
 * is no kind of fact, and two facts of one name are problems, with all others of the run.
 */
export function loadEnvironment(reading: FactReading): LoadedEnvironment {
  const { tree } = reading;
  const loads = factKinds.map((kind) => {
    const isFolder = kind.place.endsWith('/');
    return { name: kind.name, ...(isFolder ? loadFolder(kind, reading) : loadSingle(kind, reading)) };
  });
  const values = loads.map(({ name, value }) => [name, value] as const);
  return {
    // Every member was checked against the shape from which its type is inferred, or is a stand-in of that type.
    facts: Object.fromEntries(values) as Facts,
    unsound: [...loads.flatMap(({ unsound }) => unsound), ...unknownFiles(tree)],
    problems: [
      ...reading.problems,
      ...unknownFiles(tree).map(unknownProblem),
      ...doubleNames(tree),
      ...loads.flatMap(({ problems }) => problems),
    ],
  };
}

type Kind = FactKind & { readonly name: FactKindName };

interface LoadedKind {
  readonly value: unknown;
  readonly unsound: readonly UnsoundFile[];
  readonly problems: readonly Problem[];
}

function loadSingle({ name, place, shape }: Kind, { tree, brokenFiles }: FactReading): LoadedKind {
  const standIn = { value: (standInFacts as Partial<Facts>)[name], unsound: [{ kind: name, file: place }] };
  const file = tree.files.get(place);
  if (file === undefined)
    return { ...standIn, problems: brokenFiles.has(place) ? [] : [missing(name, place, `${place}.ts`)] };
  const result = checkShape(shape, file.value, [place]);
  return result.ok ? { value: result.value, unsound: [], problems: [] } : { ...standIn, problems: result.problems };
}

/** Of several files with one name, the first sound one is the fact; the others can't be used. */
function loadFolder({ name: kind, place, shape, required }: Kind, reading: FactReading): LoadedKind {
  const files = [...reading.tree.files].filter(([id]) => id.startsWith(place));
  const broken = [...reading.brokenFiles].filter((id) => id.startsWith(place));
  const hidden = reading.refusedEntries.filter((path) => overlaps(path, place));
  const value = new Map<string, Declared<unknown>>();
  const unsound: UnsoundFile[] = [
    ...broken.map((file) => ({ kind, name: nameOf(file), file })),
    ...hidden.map((file) => ({ kind, file })),
  ];
  const problems: Problem[] = [];
  for (const [file, { value: given }] of files) {
    const name = nameOf(file);
    const result = checkShape(shape, given, [file]);
    if (result.ok && !value.has(name)) value.set(name, { file, value: result.value });
    else unsound.push({ kind, name, file });
    if (!result.ok) problems.push(...result.problems);
  }
  if (required && files.length + broken.length === 0) {
    unsound.push({ kind, file: place });
    problems.push(missing(kind, place, `a file in ${place}`));
  }
  return { value, unsound, problems };
}

/** Whether an entry that was not read could hold facts of a folder; a folder in capitals is meant as the plain one. */
function overlaps(path: string, place: string): boolean {
  const plain = path.toLowerCase();
  return plain.startsWith(place) || place.startsWith(`${plain}/`);
}

function missing(name: string, place: string, wanted: string): Problem {
  return problem({
    code: 'fact-missing',
    at: [place],
    what: `the environment has no ${name}`,
    got: 'no such file',
    want: wanted,
    next: 'add the file; ndc schema prints its form',
  });
}

const places = factKinds.map((kind) => kind.place);

function unknownFiles(tree: FactTree): readonly UnsoundFile[] {
  return [...tree.files.keys()]
    .filter((id) => !places.some((place) => (place.endsWith('/') ? id.startsWith(place) : id === place)))
    .map((file) => ({ kind: 'unknown', name: nameOf(file), file }));
}

/** What the files of a kind are called. */
function nameForm(place: string): string {
  if (!place.endsWith('/')) return `${place}.ts`;
  return `${place}<name>${isRecordFolder(place.slice(0, -1).split('/')) ? '.json' : '.ts'}`;
}

function unknownProblem({ file }: UnsoundFile): Problem {
  return problem({
    code: 'fact-file-unknown',
    at: [file],
    what: 'this file is no kind of fact, so nothing would read it',
    got: `${file}.ts`,
    want: `one of: ${places.map(nameForm).join(', ')}`,
    next: 'move it to the folder of its kind, or delete it',
  });
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
