import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { factFolderLimits, readEveryFact, readFactFolder } from '../../facts/read-facts';
import { FACT_FILE_BYTES_MAX } from '../../facts/read-file-text';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ndc-facts-'));
});

afterEach(() => {
  rmSync(root, { recursive: true });
});

function write(path: string, content: string | Buffer = 'export default {};'): void {
  const target = join(root, 'environments/small', path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
}

function read(): ReturnType<typeof readEveryFact> {
  return readEveryFact(join(root, 'environments/small'), { projectRoot: root });
}

function problemPlaces(): readonly string[] {
  return read().problems.map(({ code, location }) => `${code} ${location?.file}:${location?.line}:${location?.column}`);
}

describe('readFactFolder()', () => {
  test('reads every fact file of every subfolder in code-unit order', () => {
    for (const path of ['systems/b.ts', 'systems/a/z.ts', 'nation.ts', 'systems-old/a.ts', '10.ts']) write(path);
    const result = readFactFolder(join(root, 'environments/small'), { projectRoot: root });
    expect(result.ok && [...result.value.files.keys()]).toEqual([
      '10',
      'nation',
      'systems-old/a',
      'systems/a/z',
      'systems/b',
    ]);
  });

  test('names files from the root of the project and finds places in them', () => {
    write('systems/land.ts', "export default {\n  owner: 'g12',\n  zones: [],\n};\n");
    const { tree } = read();
    expect(tree.files.get('systems/land')).toEqual({
      value: { owner: 'g12', zones: [] },
      displayPath: 'environments/small/systems/land.ts',
    });
    expect(tree.locate(['systems/land', 'owner'])).toEqual({
      file: 'environments/small/systems/land.ts',
      line: 2,
      column: 10,
    });
    expect(tree.locate(['systems/land', 'owner'], 'key')).toMatchObject({ line: 2, column: 3 });
    expect(tree.locate(['systems/land', 'level'])).toMatchObject({ line: 1, column: 16 });
    expect(tree.locate(['systems/sea'])).toBeUndefined();
    expect(tree.locate([])).toBeUndefined();
  });

  test('leaves dot files, dot folders and README.md alone', () => {
    for (const path of ['.x.ts.swp', '.git/config', 'README.md', 'systems/README.md', 'nation.ts'])
      write(path, 'export default {};');
    expect(problemPlaces()).toEqual([]);
    expect([...read().tree.files.keys()]).toEqual(['nation']);
  });

  test('refuses relative paths as a mistake of the caller', () => {
    expect(() => readEveryFact('environments/small', { projectRoot: root })).toThrow('needs absolute paths');
  });
});

describe('readEveryFact() reports', () => {
  test('all problems of all files in one run, and still gives the good files', () => {
    write('a.ts', 'export default {\n  x: f(),\n  y: g(),\n};');
    write('b.ts', 'export default {');
    write('c.ts', 'export default { good: true };');
    expect(problemPlaces()).toEqual([
      'fact-not-literal environments/small/a.ts:2:6',
      'fact-not-literal environments/small/a.ts:3:6',
      'fact-syntax environments/small/b.ts:1:17',
    ]);
    expect([...read().tree.files.keys()]).toEqual(['c']);
    expect([...read().brokenFiles]).toEqual(['a', 'b']);
  });

  test.each([
    [
      'an extension that is not .ts',
      'a.tsx',
      'fact-file-extension',
      'end its name with .ts, or move it out of the environment',
    ],
    [
      'a forgotten extension',
      'tenants/g12',
      'fact-file-extension',
      'end its name with .ts, or move it out of the environment',
    ],
    ['capitals', 'MinistryOfHealth.ts', 'fact-file-name', 'rename it, perhaps to ministryofhealth'],
    ['diacritics', 'bộ-y-tế.ts', 'fact-file-name', 'rename it, perhaps to bo-y-te'],
    ['the Vietnamese đ', 'đất-đai.ts', 'fact-file-name', 'rename it, perhaps to dat-dai'],
    ['spaces', 'a b.ts', 'fact-file-name', 'rename it, perhaps to a-b'],
    ['type declarations', 'a.d.ts', 'fact-file-name', 'rename it, perhaps to a-d'],
    ['no letters', '---.ts', 'fact-file-name', 'rename it'],
    ['a folder with capitals', 'Systems/a.ts', 'fact-file-name', 'rename it, perhaps to systems'],
    ['64 characters', `${'a'.repeat(64)}.ts`, 'fact-file-name', `rename it, perhaps to ${'a'.repeat(63)}`],
  ])('a name with %s', (_, path, code, next) => {
    write(path);
    expect(read().problems).toMatchObject([{ code, next }]);
  });

  test('control characters of names escaped', () => {
    write('a\u{1B}[2J\n.ts');
    const [one] = read().problems;
    expect(one?.location?.file).toBe('environments/small/a\\u{1b}[2J\\u{a}.ts');
    expect(one?.got).toBe('"a\\u001b[2J\\n.ts"');
  });

  test('symbolic links to files and folders, without following them', () => {
    write('nation.ts');
    writeFileSync(join(root, 'outside.ts'), 'export default { secret: 1 };');
    symlinkSync(join(root, 'outside.ts'), join(root, 'environments/small/inside.ts'));
    symlinkSync(root, join(root, 'environments/small/loop'));
    expect(problemPlaces()).toEqual([
      'fact-file-symlink environments/small/inside.ts:1:1',
      'fact-file-symlink environments/small/loop:1:1',
    ]);
    expect([...read().tree.files.keys()]).toEqual(['nation']);
  });

  test('a pipe, without waiting for it', () => {
    write('nation.ts');
    execFileSync('mkfifo', [join(root, 'environments/small/pipe.ts')]);
    expect(problemPlaces()).toEqual(['fact-file-kind environments/small/pipe.ts:1:1']);
  });

  test('a file above 1 MiB, and reads one of exactly 1 MiB', () => {
    const body = "export default { a: '' };";
    const padded = (bytes: number): string => body.replace("''", `'${'x'.repeat(bytes - body.length)}'`);
    write('exact.ts', padded(FACT_FILE_BYTES_MAX));
    write('over.ts', padded(FACT_FILE_BYTES_MAX + 1));
    expect(problemPlaces()).toEqual(['fact-file-size environments/small/over.ts:1:1']);
    expect([...read().brokenFiles]).toEqual(['over']);
  });

  test('a file that is not UTF-8', () => {
    write('latin.ts', Buffer.from("export default { a: 'B\u{F4}' };", 'latin1'));
    expect(problemPlaces()).toEqual(['fact-file-encoding environments/small/latin.ts:1:1']);
  });

  test('a folder that does not exist', () => {
    expect(read().problems).toMatchObject([
      { code: 'fact-file-unreadable', got: 'the text "ENOENT"', next: 'check the name' },
    ]);
  });

  test('a folder outside of the project', () => {
    const { problems } = readEveryFact(join(root, '..'), { projectRoot: root });
    expect(problems).toMatchObject([{ code: 'fact-folder-outside', location: { file: '..' } }]);
  });

  test('folders that nest too deep', () => {
    write(`${'a/'.repeat(factFolderLimits.folderDepth)}fine.ts`);
    write(`${'b/'.repeat(factFolderLimits.folderDepth + 1)}lost.ts`);
    expect(read().problems).toMatchObject([{ code: 'fact-folder-limit', want: 'at most 8' }]);
  });

  test('more files than an environment may have, once', () => {
    write('systems/s.ts');
    for (let index = 0; index < 5; index += 1) write(`systems/s${index}.ts`);
    expect(factFolderLimits.files).toBe(5_000);
    const reading = readEveryFact(join(root, 'environments/small'), { projectRoot: root, filesMax: 4 });
    expect(reading.problems).toMatchObject([
      { code: 'fact-folder-limit', what: 'the environment has too many fact files', want: 'at most 4' },
    ]);
  });
});
