import { importsOf, resolveImport } from './kit/imports';
import { roomOf } from './kit/law';
import { readTree } from './kit/read-tree';

const byPath = new Map(readTree().map((file) => [file.path, file]));

/** What loading a file loads: files of the repository, and packages. Imports of types count too, which only asks more; `import()` loads when it is run. */
function reach(start: string): { readonly rooms: readonly string[]; readonly packages: readonly string[] } {
  const met = new Set([start]);
  const packages = new Set<string>();
  for (const path of met) {
    const file = byPath.get(path);
    if (file === undefined) throw new Error(`${path} doesn't exist`);
    // Data loads nothing.
    if (path.endsWith('.json')) continue;
    for (const { target, specifier, isDeferred } of importsOf(file)) {
      if (isDeferred) continue;
      const found = target === undefined ? undefined : resolveImport(target, byPath);
      if (found === undefined) packages.add(specifier);
      else met.add(found.path);
    }
  }
  return { rooms: [...new Set([...met].map(roomOf))].toSorted(), packages: [...packages].toSorted() };
}

describe('the file of a command', () => {
  it.each(['gate', 'report', 'explain'])('loads no builder and no engine for %s', (command) => {
    const { rooms, packages } = reach(`cli/commands/${command}.ts`);
    expect(
      rooms.filter((room) => !['cli', 'evidence', 'model', 'policies', 'reports', 'resources'].includes(room)),
    ).toEqual([]);
    expect(packages.filter((name) => /cdk|constructs|aws|babel/.test(name))).toEqual([]);
  });

  it('reaches the engines where a command needs them, so the look is not blind', () => {
    expect(reach('cli/commands/synth.ts').packages).toEqual(expect.arrayContaining(['cdk8s', 'cdktf']));
  });
});
