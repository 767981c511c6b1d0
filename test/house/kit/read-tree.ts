import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TreeFile } from './law';

const root = resolve(__dirname, '../../..');

let read: readonly TreeFile[] | undefined;

/**
 * Every file that isn't ignored by `.gitignore`, sorted by path; needs no git, so an exported copy is judged too. All
 * tests of one run see the files as they were when the first of them asked.
 */
export function readTree(): readonly TreeFile[] {
  return (read ??= readFiles());
}

function readFiles(): readonly TreeFile[] {
  const isIgnored = readIgnoreList();
  const walk = (folder: string): readonly string[] =>
    readdirSync(join(root, folder))
      .map((name) => (folder === '' ? name : `${folder}/${name}`))
      .filter((path) => !isIgnored(path))
      .flatMap((path) => (statSync(join(root, path)).isDirectory() ? walk(path) : [path]));
  return walk('')
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** The two forms that our `.gitignore` uses: `name/` anywhere, and `*.extension`. */
function readIgnoreList(): (path: string) => boolean {
  const lines = readFileSync(join(root, '.gitignore'), 'utf8').split('\n');
  const patterns = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  const names = new Set(['.git', ...patterns.filter((line) => line.endsWith('/')).map((line) => line.slice(0, -1))]);
  const endings = patterns.filter((line) => line.startsWith('*.')).map((line) => line.slice(1));
  const strange = patterns.filter((line) => !line.endsWith('/') && !line.startsWith('*.'));
  if (strange.length > 0)
    throw new Error(`.gitignore has patterns other than name/ and *.extension: ${strange.join(', ')}`);
  return (path) => names.has(path.slice(path.lastIndexOf('/') + 1)) || endings.some((ending) => path.endsWith(ending));
}
