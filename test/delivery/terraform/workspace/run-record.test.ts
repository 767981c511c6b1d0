import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identifyProcess, isRunning } from '../../../../delivery/terraform/process/process-identity';
import {
  forgetLastRun,
  lastRunPath,
  noteChild,
  readRun,
  releaseRun,
  tryClaimRun,
} from '../../../../delivery/terraform/workspace/run-record';

const now = new Date('2026-10-01T00:00:00Z');
const claim = { command: 'apply', now };

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ndc-record-'));
  path = join(folder, 'run.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process that has ended. */
function goneProcess(): { readonly pid: number; readonly started: string } {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  return { pid, started: 'long ago' };
}

describe('the record of a run', () => {
  it('gives the shard to one run at a time', () => {
    expect(tryClaimRun(path, claim)).toBe(true);
    expect(tryClaimRun(path, claim)).toBe(false);
    expect(readRun(path)).toMatchObject({ kind: 'running', record: { command: 'apply', since: now.toISOString() } });
    releaseRun(path);
    expect(readRun(path)).toEqual({ kind: 'idle' });
    expect(tryClaimRun(path, claim)).toBe(true);
  });

  it('tells a run that was cut off, gives the shard to the next, and remembers what was cut off', () => {
    const record = { command: 'apply', starter: goneProcess(), child: goneProcess(), since: now.toISOString() };
    writeFileSync(path, JSON.stringify(record));
    expect(readRun(path)).toEqual({ kind: 'interrupted', record });
    expect(tryClaimRun(path, claim)).toBe(true);
    expect(readRun(lastRunPath(path))).toEqual({ kind: 'interrupted', record });
    forgetLastRun(path);
    expect(existsSync(lastRunPath(path))).toBe(false);
  });

  it('leaves the shard to a Terraform that goes on after its ndc is gone', () => {
    const alive = identifyProcess(process.pid);
    writeFileSync(path, JSON.stringify({ command: 'apply', starter: goneProcess(), child: alive, since: '' }));
    expect(readRun(path).kind).toBe('running');
    expect(tryClaimRun(path, claim)).toBe(false);
  });

  it('takes a process whose number was given again for another one', () => {
    const again = { pid: process.pid, started: 'at another time' };
    writeFileSync(path, JSON.stringify({ command: 'apply', starter: again, since: '' }));
    expect(readRun(path).kind).toBe('interrupted');
  });

  it('that is broken stops nobody', () => {
    writeFileSync(path, '{"command":');
    expect(readRun(path)).toEqual({ kind: 'interrupted' });
    expect(tryClaimRun(path, claim)).toBe(true);
  });

  it('names the process that does the work', () => {
    tryClaimRun(path, claim);
    noteChild(path, { pid: 12, started: 'then' });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ child: { pid: 12, started: 'then' } });
  });
});

describe('the identity of a process', () => {
  it('holds while the process runs and no longer', () => {
    const own = identifyProcess(process.pid);
    expect(own === undefined ? own : isRunning(own)).toBe(true);
    expect(identifyProcess(goneProcess().pid)).toBeUndefined();
  });
});
