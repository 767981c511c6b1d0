import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../../sandbox/control-plane/processes/launch';
import { rotateLog, tailOf } from '../../sandbox/control-plane/processes/log-file';
import { planDigest, type ProcessPlan } from '../../sandbox/control-plane/processes/process-plan';
import {
  isRunning,
  MARKER,
  processesOf,
  tryIdentify,
  tryMemory,
} from '../../sandbox/control-plane/processes/process-table';
import { stopProcess } from '../../sandbox/control-plane/processes/stop';

const sleeper = (bend: Partial<ProcessPlan> = {}): ProcessPlan => ({
  program: 'etcd',
  path: process.execPath,
  arguments: ['-e', 'console.log(JSON.stringify(process.env)); setInterval(() => undefined, 1000)'],
  settings: { GOGC: '50' },
  inputs: [],
  ...bend,
});
/** Says that it would rather not end. */
const stubborn = sleeper({
  arguments: [
    '-e',
    "process.on('SIGTERM', () => console.log('no')); console.log('up'); setInterval(() => undefined, 1000)",
  ],
});

describe('processes of a sandbox', () => {
  let folder = '';
  let log = '';
  let strangers: ChildProcess[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ndc-processes-'));
    log = join(folder, 'logs', 'etcd.log');
    strangers = [];
  });
  afterEach(async () => {
    for (const one of processesOf(folder)) await stopProcess(one, folder);
    for (const one of strangers) one.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (plan: ProcessPlan) => launch(plan, { folder, home: folder, log });
  const said = async (text: string): Promise<void> => {
    while (!(existsSync(log) && readFileSync(log, 'utf8').includes(text))) await new Promise(setImmediate);
  };

  it('run on their own, marked, with nothing of the settings of who starts them', async () => {
    const identity = await start(sleeper());
    await said('}');
    const settings = JSON.parse(tailOf(log, 1)[0] ?? '') as Record<string, string>;
    expect(settings).toEqual({ GOGC: '50', HOME: folder, TMPDIR: folder, [MARKER]: folder });
    expect(isRunning(identity, folder)).toBe(true);
    expect(processesOf(folder)).toEqual([identity]);
    expect(tryMemory(identity.pid)?.resident).toBeGreaterThan(1_000_000);
    expect(statSync(log).mode & 0o777).toBe(0o600);
  });

  it('end when they are asked', async () => {
    const identity = await start(sleeper());
    await stopProcess(identity, folder);
    expect(isRunning(identity, folder)).toBe(false);
    expect(processesOf(folder)).toEqual([]);
  });

  it('are killed when they don’t', async () => {
    const identity = await start(stubborn);
    await said('up');
    await stopProcess(identity, folder);
    expect(tailOf(log, 1)).toEqual(['no']);
    expect(isRunning(identity, folder)).toBe(false);
  }, 60_000);

  it('are never mistaken for a stranger that got the same number', async () => {
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { env: {} });
    strangers.push(stranger);
    await once(stranger, 'spawn');
    const { pid = 0 } = stranger;
    const identity = tryIdentify(pid);
    expect(identity).toBeDefined();
    const recorded = identity ?? { pid, started: '' };
    await stopProcess(recorded, folder);
    await stopProcess({ pid, started: '1' }, folder);
    expect(tryIdentify(pid)).toEqual(identity);
    expect(processesOf(folder)).toEqual([]);
  });

  it('count as ended when they end at once, and their log says why', async () => {
    const identity = await start(sleeper({ arguments: ['-e', "console.error('bad flag'); process.exit(1)"] }));
    await said('bad flag');
    while (isRunning(identity, folder)) await new Promise(setImmediate);
    expect(tailOf(log, 5)).toEqual(['bad flag']);
  });

  it('say so when there is no such program', async () => {
    await expect(start(sleeper({ path: join(folder, 'none') }))).rejects.toThrow('ENOENT');
  });

  it('aren’t there for numbers that no process has', () => {
    expect(tryIdentify(2 ** 22 + 1)).toBeUndefined();
    expect(tryMemory(2 ** 22 + 1)).toBeUndefined();
  });
});

describe('planDigest()', () => {
  it('differs when anything that the process was started with differs', () => {
    const plans = [
      sleeper(),
      sleeper({ path: '/other' }),
      sleeper({ arguments: [] }),
      sleeper({ settings: {} }),
      sleeper({ inputs: ['a file'] }),
    ];
    expect(new Set(plans.map(planDigest)).size).toBe(plans.length);
    expect(planDigest(sleeper())).toBe(planDigest(sleeper()));
  });
});

describe('a log', () => {
  let path = '';
  beforeEach(() => (path = join(mkdtempSync(join(tmpdir(), 'ndc-log-')), 'a.log')));
  afterEach(() => rmSync(join(path, '..'), { recursive: true, force: true }));

  it('shows its last lines, and nothing when there is none', () => {
    expect(tailOf(path, 2)).toEqual([]);
    writeFileSync(path, 'one\ntwo\n\nthree\n');
    expect(tailOf(path, 2)).toEqual(['two', 'three']);
    expect(tailOf(path, 9)).toEqual(['one', 'two', 'three']);
  });

  it('is put aside when it is long, so that at most two of the longest length are kept', () => {
    writeFileSync(path, 'x'.repeat(10));
    rotateLog(path, 10);
    expect(existsSync(`${path}.1`)).toBe(false);
    writeFileSync(path, 'y'.repeat(11));
    rotateLog(path, 10);
    expect(readFileSync(`${path}.1`, 'utf8')).toBe('y'.repeat(11));
    expect(readFileSync(path, 'utf8')).toBe('');
    rotateLog(join(path, 'none'), 10);
  });
});
