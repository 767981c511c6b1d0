import { importsOf, resolveImport, type Import } from '../kit/imports';
import { ROOMS } from '../kit/rooms';
import { roomOf, type Law, type TreeFile, type Violation } from '../kit/law';

/** Which rooms a room may import; itself is always allowed, and a room that isn't listed may not exist. */
const MATRIX: Readonly<Record<string, readonly string[]>> = {
  model: [],
  environments: ['model'],
  facts: ['model'],
  constructs: ['model'],
  stacks: ['model', 'constructs'],
  synth: ['model', 'stacks'],
  resources: ['model'],
  policies: ['model', 'resources'],
  review: ['model', 'resources', 'policies'],
  reports: ['model', 'resources', 'policies', 'review'],
  delivery: ['model', 'resources'],
  evidence: ['model'],
  sandbox: ['model/problem'],
  plugins: ['model', 'resources', 'policies'],
  cli: ROOMS,
  scripts: [
    'model',
    'constructs/cluster/admission',
    'policies',
    'reports',
    'cli',
    'sandbox',
    'bench/rules/measure',
    'evidence/bundle-check',
    'evidence/approval-check',
  ],
  bench: ROOMS,
  test: [...ROOMS, 'scripts', 'bench'],
  '': ROOMS,
};

/** Files that judge what the rest of the product says: all that they may import, and the rooms that may import them. */
const APART = [
  { files: 'evidence/approval-check/', imports: ['node:crypto'], readers: ['cli', 'scripts', 'bench', 'test'] },
  { files: 'evidence/bundle-check/', imports: ['node:crypto'], readers: ['cli', 'scripts', 'bench', 'test'] },
] as const;

/** The one-way arrows between rooms. */
export const importMatrix: Law = {
  title: 'a room imports only the rooms that the matrix allows',
  check: (files) => {
    const byPath = new Map(files.map((file) => [file.path, file]));
    return files.filter(({ path }) => path.endsWith('.ts')).flatMap((file) => checkFile(file, byPath));
  },
};

function checkFile(file: TreeFile, byPath: ReadonlyMap<string, TreeFile>): readonly Violation[] {
  const room = roomOf(file.path);
  const allowed = MATRIX[room];
  if (allowed === undefined) return [{ path: file.path, line: 0, what: `stands in the unknown room ${room}/` }];
  const isApart = APART.some(({ files }) => file.path.startsWith(files));
  return importsOf(file)
    .flatMap(checkApart(file.path))
    .concat(isApart ? [] : checkImports(file, allowed, byPath));
}

function checkImports(
  file: TreeFile,
  allowed: readonly string[],
  byPath: ReadonlyMap<string, TreeFile>,
): readonly Violation[] {
  const room = roomOf(file.path);
  return importsOf(file).flatMap(({ target, specifier, line }) => {
    if (target === undefined) return [];
    const found = resolveImport(target, byPath);
    const path = file.path;
    if (found === undefined) return [{ path, line, what: `imports ${specifier}, which doesn't exist` }];
    if (roomOf(found.path) === room || allowed.some((one) => isWithin(found.path, one))) return [];
    return [{ path, line, what: `${room === '' ? 'a root file' : room} may not import ${found.path}` }];
  });
}

/** What an import breaks of the laws of files that stand apart, from inside or from outside. */
function checkApart(path: string): (one: Import) => readonly Violation[] {
  return ({ target, specifier, line }) =>
    APART.flatMap(({ files, imports, readers }) => {
      const isInside = path.startsWith(files);
      const leadsIn = target?.startsWith(files) === true;
      if (isInside && !leadsIn && !imports.some((one) => one === specifier))
        return [{ path, line, what: `stands apart, so it may not import ${specifier}` }];
      const isReader = readers.some((one) => one === roomOf(path));
      return !isInside && leadsIn && !isReader
        ? [{ path, line, what: `may not import ${specifier}, which judges it` }]
        : [];
    });
}

function isWithin(path: string, allowed: string): boolean {
  return path.startsWith(`${allowed}/`) || path === `${allowed}.ts`;
}
