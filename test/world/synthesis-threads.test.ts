import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeWorkplace, readTree } from '../support/written/workplace';

const root = resolve(__dirname, '../..');
const { folder: place, remove } = makeWorkplace();
afterAll(remove);

const compiled = join(root, 'dist/synth/write-worker.js');
const whenCompiled = existsSync(compiled) ? describe : describe.skip;

/** Synthesizes with the compiled program, in as many threads as asked; what it says on stderr. */
function runCompiled(folder: string, threads: number, everyMinutes?: number): string {
  const script = `
    const { loadModel } = require('./dist/cli/load-model');
    const { BuilderThreads } = require('./dist/synth/builder-threads');
    const { synthesize } = require('./dist/synth/synthesize');
    const root = process.cwd();
    const { model, locate } = loadModel({ name: 'sandbox', folder: root + '/environments/sandbox', root });
    const [, folder, threads, minutes] = process.argv;
    const bent = { ...model, systems: model.systems.map((one) => ({ ...one, backup: one.backup && { ...one.backup, everyMinutes: Number(minutes) } })) };
    const others = new BuilderThreads(Number(threads) - 1);
    synthesize(minutes === '' ? model : bent, { folder, locate, threads: others })
      .catch((error) => console.error(error.message))
      .finally(() => others.close());`;
  const given = [folder, String(threads), everyMinutes === undefined ? '' : String(everyMinutes)];
  return spawnSync(process.execPath, ['-e', script, ...given], { cwd: root, encoding: 'utf8' }).stderr;
}

whenCompiled('synthesize() in threads, as compiled in dist', () => {
  test('writes the same bytes with two threads as with one', () => {
    const said = [1, 2].map((threads) => runCompiled(join(place, `threads-${threads}`), threads));
    expect(said).toEqual(['', '']);
    expect([...readTree(join(place, 'threads-2'))]).toEqual([...readTree(join(place, 'threads-1'))]);
  });

  test('leaves nothing behind when the threads fail', () => {
    const target = join(place, 'failing');
    expect(runCompiled(target, 2, 1)).toContain("cron can't say every 1 minutes");
    expect(existsSync(target)).toBe(false);
    expect(readdirSync(place).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
