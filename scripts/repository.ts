import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The root of the repository, whether this runs from the sources or from dist/. */
export const root = findRoot(__dirname);

/** TypeScript files below a folder, as paths from that folder without extension, sorted; none for a missing folder. */
export function listModules(folder: string): readonly string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .flatMap((name) => {
      if (statSync(join(path, name)).isDirectory())
        return listModules(`${folder}/${name}`).map((one) => `${name}/${one}`);
      return name.endsWith('.ts') ? [name.slice(0, -'.ts'.length)] : [];
    })
    .toSorted();
}

function findRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  if (dirname(from) === from) throw new Error('no package.json above the scripts');
  return findRoot(dirname(from));
}
