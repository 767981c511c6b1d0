import { commandCatalog } from '../../cli/catalog';
import { main } from '../../cli/main';
import { importsOf, resolveImport } from '../house/kit/imports';
import { roomOf } from '../house/kit/law';
import { readTree } from '../house/kit/read-tree';
import { captureIo } from '../support/capture-io';

const byPath = new Map(readTree().map((file) => [file.path, file]));

/** What loading a file loads: files of the repository, and packages. Imports of types count too, which only asks more. */
function reach(start: string): { readonly rooms: readonly string[]; readonly packages: readonly string[] } {
  const met = new Set([start]);
  const packages = new Set<string>();
  for (const path of met) {
    const file = byPath.get(path);
    if (file === undefined) throw new Error(`${path} doesn't exist`);
    for (const { target, specifier } of importsOf(file)) {
      const found = target === undefined ? undefined : resolveImport(target, byPath);
      if (found === undefined) packages.add(specifier);
      else met.add(found.path);
    }
  }
  return { rooms: [...new Set([...met].map(roomOf))].toSorted(), packages: [...packages].toSorted() };
}

describe('the command line', () => {
  it.each(['gate', 'report', 'explain'])('loads no builder and no engine for %s', (command) => {
    const { rooms, packages } = reach(`cli/commands/${command}.ts`);
    expect(rooms.filter((room) => !['cli', 'model', 'policies', 'reports', 'resources'].includes(room))).toEqual([]);
    expect(packages.filter((name) => /cdk|constructs|aws|babel/.test(name))).toEqual([]);
  });

  it('reaches the engines where a command needs them, so the look is not blind', () => {
    expect(reach('cli/commands/synth.ts').packages).toEqual(expect.arrayContaining(['cdk8s', 'cdktf']));
  });

  it('loads a command only when it is asked for, and tells every one in help', async () => {
    const { io, out } = captureIo();
    expect(await main(['--help'], io)).toBe(0);
    const told = out().replaceAll(/\s+/g, ' ');
    for (const { id, summary } of commandCatalog) expect(told).toContain(`${id} ${summary}`);
  });

  it('lists each command with the summary of its file', () => {
    expect(commandCatalog.map(({ id, load }) => [id, load().summary])).toEqual(
      commandCatalog.map(({ id, summary }) => [id, summary]),
    );
  });

  it('tells the options of a command in its help, in both orders', async () => {
    const [first, second] = [captureIo(), captureIo()];
    expect(await main(['gate', '--help'], first.io)).toBe(0);
    expect(await main(['help', 'gate'], second.io)).toBe(0);
    expect(first.out()).toContain('--format');
    expect(second.out()).toBe(first.out());
  });
});
