import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupBy } from '../../model/group-by';
import { root } from '../repository';

/** Where the files that load the groups of a run are written, from the root. */
export const groupsFolder = 'dist/check';

/** A file of tests that stands in a run. */
export interface TestFile {
  /** From the root, such as `test/model/level.test.ts`. */
  readonly path: string;
  readonly text: string;
}

/**
 * What Jest runs as one file. Jest sets itself up and loads every module anew for each file that it runs, which took
 * half the time of a run while each file of ours was one of its own.
 */
export interface TestGroup {
  /** The folder below `test/` that the files stand in, such as `model`. */
  readonly name: string;
  /** From the root, in the order in which they are loaded. */
  readonly files: readonly string[];
}

/** Files divided by folder, and those that replace a module, which would be replaced for the whole group. */
export function groupTests(files: readonly TestFile[]): {
  readonly groups: readonly TestGroup[];
  readonly alone: readonly string[];
} {
  const alone = files.filter(({ text }) => /^\s*jest\s*\.\s*(?:mock|doMock)\(/mu.test(text)).map(({ path }) => path);
  const together = files.map(({ path }) => path).filter((path) => !alone.includes(path));
  const groups = groupBy(together, (path) => path.split('/')[1] ?? path);
  return { groups: [...groups].map(([name, members]) => ({ name, files: members })), alone };
}

/** Writes one file for each group, and nothing of an earlier run stays; a failure names the file that a test is in. */
export function writeGroups(groups: readonly TestGroup[]): void {
  const folder = join(root, groupsFolder);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { name, files } of groups) writeFileSync(join(folder, `${name}.test.js`), files.map(loadFile).join(''));
}

function loadFile(path: string): string {
  return `describe(${JSON.stringify(path)}, () => void require(${JSON.stringify(`../../${path}`)}));\n`;
}
