import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identifyProcess } from '../../../../delivery/terraform/process/process-identity';
import { runProgram, type ProgramCall, type ProgramEnd } from '../../../../delivery/terraform/process/run-program';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ndc-run-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a script of Node.js as the program. */
async function run(script: string, bend: Partial<ProgramCall> = {}): Promise<ProgramEnd> {
  return runProgram({
    program: process.execPath,
    arguments: ['-e', script],
    folder,
    environment: {},
    outputFile: join(folder, 'out'),
    errorFile: join(folder, 'err'),
    limits: { timeoutMilliseconds: 60_000, graceMilliseconds: 20_000, outputBytesMax: 1_000_000 },
    ...bend,
  });
}

describe('runProgram()', () => {
  it('gives every line while the program runs, and keeps both outputs where only the owner reads them', async () => {
    const lines: string[] = [];
    const end = await run("console.log('one'); console.error('a fault'); process.stdout.write('đuôi')", {
      onLine: (line) => void lines.push(line),
    });
    expect([end, lines]).toEqual([{ kind: 'exited', code: 0, stopped: undefined }, ['one', 'đuôi']]);
    expect(readFileSync(join(folder, 'err'), 'utf8')).toBe('a fault\n');
    expect(['out', 'err'].map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual([0o600, 0o600]);
  });

  it('gives the program the environment that it was given and nothing else', async () => {
    await run('console.log(JSON.stringify(Object.keys(process.env)))', { environment: { ONLY: '1' } });
    expect(JSON.parse(readFileSync(join(folder, 'out'), 'utf8'))).toEqual(['ONLY']);
  });

  it('takes arguments as they are, since no shell reads them', async () => {
    const script = 'console.log(process.argv[1])';
    await run(script, { arguments: ['-e', script, '$(id); `id` && id'] });
    expect(readFileSync(join(folder, 'out'), 'utf8')).toBe('$(id); `id` && id\n');
  });

  it('tells the code of a program that fails', async () => {
    expect(await run('process.exit(7)')).toMatchObject({ kind: 'exited', code: 7 });
  });

  it('tells that a program does not exist', async () => {
    expect(await run('', { program: join(folder, 'none') })).toMatchObject({ kind: 'not-started' });
  });

  it('begins nothing when it was stopped before', async () => {
    expect(await run('', { stop: AbortSignal.abort() })).toMatchObject({ kind: 'not-started', stopped: 'asked' });
  });

  it('lets a program finish in its own way when it is stopped', async () => {
    const stopping = new AbortController();
    const script =
      "process.on('SIGINT', () => { console.log('kept'); process.exit(0); }); console.log('up'); setInterval(() => 0, 1e6)";
    const lines: string[] = [];
    const onLine = (line: string): void => {
      lines.push(line);
      if (line === 'up') stopping.abort();
    };
    expect(await run(script, { stop: stopping.signal, onLine })).toEqual({ kind: 'exited', code: 0, stopped: 'asked' });
    expect(lines).toEqual(['up', 'kept']);
  });

  it('ends a program that will not listen, and those that it started', async () => {
    const child =
      "process.on('SIGINT', () => 0); process.on('SIGTERM', () => 0); console.log(process.pid); setInterval(() => 0, 1e6)";
    const script = `require('child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'inherit' }); ${child}`;
    const stopping = new AbortController();
    const pids: number[] = [];
    const onLine = (line: string): void => {
      pids.push(Number(line));
      if (pids.length === 2) stopping.abort();
    };
    const limits = { timeoutMilliseconds: 60_000, graceMilliseconds: 1, outputBytesMax: 1_000 };
    expect(await run(script, { stop: stopping.signal, onLine, limits })).toMatchObject({
      kind: 'killed',
      signal: 'SIGKILL',
    });
    while (pids.some((pid) => identifyProcess(pid) !== undefined)) await nextTurn();
  });

  it('stops a program that takes longer than it may', async () => {
    const limits = { timeoutMilliseconds: 1, graceMilliseconds: 1, outputBytesMax: 1_000 };
    expect(await run('setInterval(() => 0, 1e6)', { limits })).toMatchObject({ stopped: 'timeout' });
  });

  it('stops a program that writes without end', async () => {
    const limits = { timeoutMilliseconds: 60_000, graceMilliseconds: 1, outputBytesMax: 10_000 };
    const script = "setInterval(() => process.stdout.write('x'.repeat(1000)), 0)";
    expect(await run(script, { limits })).toMatchObject({ stopped: 'too-much-output' });
  });

  it('stops a program of which nobody could take note', async () => {
    const onStart = (): void => {
      throw new Error('the disk is full');
    };
    await expect(run('setInterval(() => 0, 1e6)', { onStart })).rejects.toThrow('the disk is full');
  });
});

async function nextTurn(): Promise<void> {
  await new Promise((resolve) => void setImmediate(resolve));
}
