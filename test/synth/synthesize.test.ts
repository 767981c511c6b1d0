import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { canonicalJson } from '../../model/canonical-json';
import type { Model } from '../../model/model';
import { ProblemError } from '../../model/problem';
import { digest } from '../../synth/digest';
import { synthesize } from '../../synth/synthesize';
import { environmentModel } from '../environments/environment-model';
import { makeWorkplace, readTree } from '../support/written/workplace';

const root = resolve(__dirname, '../..');
const { model, locate } = environmentModel('sandbox');
const { folder: place, remove } = makeWorkplace();
const [first, empty] = [join(place, 'first'), join(place, 'empty')];

/** The sandbox without a system. */
const bare: Model = { ...model, systems: [], namespaces: [], flows: [] };

/** The sandbox with a schedule that no cron line can say, which its backups' unit notices when it is built. */
function brokenModel(): Model {
  const systems = model.systems.map((system) =>
    system.backup === undefined ? system : { ...system, backup: { ...system.backup, everyMinutes: 1 } },
  );
  return { ...model, systems };
}

beforeAll(async () => synthesize(model, { folder: first, locate }));
afterAll(remove);

describe('synthesize()', () => {
  test('writes the same bytes into another folder, from another working directory', async () => {
    const before = process.cwd();
    const second = join(place, 'deeper', 'second');
    process.chdir(place);
    try {
      await synthesize(model, { folder: second, locate });
    } finally {
      process.chdir(before);
    }
    const [a, b] = [readTree(first), readTree(second)];
    expect([...b.keys()]).toEqual([...a.keys()]);
    expect([...a].filter(([path, text]) => b.get(path) !== text).map(([path]) => path)).toEqual([]);
  });

  test('writes no place of this machine, no date and no trace of the test into any file', () => {
    const traces = [place, root, process.cwd(), 'node_modules', '/home/', '/tmp/'];
    const day = /\b202\d-\d\d-\d\d/;
    // Dates that the facts themselves state stand in the model; the artifacts are free of any.
    const found = [...readTree(first)]
      .filter(([path]) => path !== 'model.json')
      .flatMap(([path, text]) =>
        [...traces.filter((trace) => text.includes(trace)), ...(day.exec(text) ?? [])].map((one) => `${path}: ${one}`),
      );
    expect(found).toEqual([]);
    expect(readTree(first).get('model.json')).not.toMatch(new RegExp(`${place}|${root}|node_modules`));
  });

  test('lists every file with its digest, and binds the model and the whole', () => {
    const tree = readTree(first);
    const manifest = JSON.parse(tree.get('manifest.json') ?? '') as Awaited<ReturnType<typeof synthesize>>;
    const { digest: whole, ...content } = manifest;
    expect(manifest.files.map(({ path }) => path)).toEqual(
      [...tree.keys()].filter((path) => !['manifest.json', 'model.json', 'facts.json'].includes(path)),
    );
    expect(manifest.files.filter((file) => file.digest !== digest(tree.get(file.path) ?? ''))).toEqual([]);
    expect(manifest.modelDigest).toBe(digest(tree.get('model.json') ?? ''));
    expect(manifest.factsDigest).toBe(digest(tree.get('facts.json') ?? ''));
    expect(whole).toBe(digest(canonicalJson(content)));
    expect(tree.get('manifest.json')).toBe(`${canonicalJson(manifest)}\n`);
  });

  test('names for each object the fact that caused it, with its line', () => {
    const manifest = JSON.parse(readTree(first).get('manifest.json') ?? '') as Awaited<ReturnType<typeof synthesize>>;
    const sources = manifest.files.flatMap(({ objects }) => objects.map(({ source }) => source));
    expect(sources.filter((source) => !/^environments\/sandbox\/[a-z0-9/-]+\.ts:\d+$/.test(source))).toEqual([]);
    expect(sources.length).toBeGreaterThan(500);
  });

  test('leaves the last good assembly and nothing else when a unit throws', async () => {
    const before = readTree(first);
    await expect(synthesize(brokenModel(), { folder: first, locate })).rejects.toThrow(
      "cron can't say every 1 minutes",
    );
    expect([...readTree(first)]).toEqual([...before]);
    expect(readdirSync(place).filter((name) => name.startsWith('.'))).toEqual([]);
    await expect(synthesize(brokenModel(), { folder: join(place, 'new'), locate })).rejects.toThrow(RangeError);
    expect(existsSync(join(place, 'new'))).toBe(false);
  });

  test('takes an empty folder', async () => {
    mkdirSync(empty);
    await synthesize(bare, { folder: empty, locate });
    expect(existsSync(join(empty, 'manifest.json'))).toBe(true);
  });

  test('replaces an assembly as a whole: what stood in it is gone', async () => {
    const replaced = join(place, 'replaced');
    mkdirSync(join(replaced, 'terraform'), { recursive: true });
    for (const name of ['manifest.json', 'model.json', 'terraform/old.tf.json'])
      writeFileSync(join(replaced, name), '{}');
    await synthesize(bare, { folder: replaced, locate });
    expect([...readTree(replaced)]).toEqual([...readTree(empty)]);
  });

  test.each([
    ['a folder of something else', ['thesis.txt']],
    ['a folder with half the marks of an assembly', ['manifest.json', 'index.html']],
  ])('refuses to take the place of %s', async (_, names) => {
    const other = join(place, `other-${names.length}`);
    mkdirSync(other);
    for (const name of names) writeFileSync(join(other, name), 'precious');
    const refusal = await synthesize(model, { folder: other, locate }).catch((error: unknown) => error);
    const codes = refusal instanceof ProblemError ? refusal.problems.map(({ code }) => code) : refusal;
    expect(codes).toEqual(['target-not-an-assembly']);
    expect([...readTree(other)]).toEqual(names.toSorted().map((name) => [name, 'precious']));
  });

  test('refuses to take the place of a file', async () => {
    const file = join(place, 'file');
    writeFileSync(file, 'precious');
    await expect(synthesize(model, { folder: file, locate })).rejects.toThrow(ProblemError);
    expect(readTree(file).get('')).toBe('precious');
  });
});
