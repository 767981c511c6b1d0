import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** GNU tar on the search path of this machine; undefined when there is none. */
function tryFindTar(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder.startsWith('/'));
  return folders.map((folder) => join(folder, 'tar')).find((path) => isExecutable(path) && isGnu(path));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function isGnu(path: string): boolean {
  return execFileSync(path, ['--version'], { encoding: 'utf8' }).includes('GNU tar');
}

/** Tests that need a real GNU tar; skipped by name where there is none. */
export function describeWithTar(name: string, body: (tar: string) => void): void {
  const tar = tryFindTar();
  if (tar !== undefined) describe(name, () => body(tar));
  else describe.skip(`${name} (no GNU tar on PATH)`, () => it('works with the real tool', () => undefined));
}
