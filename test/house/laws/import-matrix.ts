import { importsOf, resolveImport } from '../kit/imports';
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
  scripts: ['model', 'constructs/cluster/admission', 'policies', 'reports', 'cli', 'sandbox', 'bench/rules/measure'],
  bench: ROOMS,
  test: [...ROOMS, 'scripts', 'bench'],
  '': ROOMS,
};

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
  return importsOf(file).flatMap(({ target, specifier, line }) => {
    if (target === undefined) return [];
    const found = resolveImport(target, byPath);
    const path = file.path;
    if (found === undefined) return [{ path, line, what: `imports ${specifier}, which doesn't exist` }];
    if (roomOf(found.path) === room || allowed.some((one) => isWithin(found.path, one))) return [];
    return [{ path, line, what: `${room === '' ? 'a root file' : room} may not import ${found.path}` }];
  });
}

function isWithin(path: string, allowed: string): boolean {
  return path.startsWith(`${allowed}/`) || path === `${allowed}.ts`;
}
