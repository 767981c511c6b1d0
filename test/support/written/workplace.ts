import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/** A temporary folder of one test file; the file removes it when it is done. */
export interface Workplace {
  readonly folder: string;
  readonly remove: () => void;
}

/** Makes a temporary folder. */
export function makeWorkplace(): Workplace {
  const folder = mkdtempSync(join(tmpdir(), 'ndc-test-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The text of every file below a folder, by its path there. */
export function readTree(folder: string): ReadonlyMap<string, string> {
  const walk = (path: string): string[] =>
    statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => walk(join(path, name))) : [path];
  return new Map(
    walk(folder)
      .map((path) => [relative(folder, path), readFileSync(path, 'utf8')] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
