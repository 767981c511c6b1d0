import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { types } from 'node:util';
import { systemErrorCode } from '../../../resources/read/folder';

/** One process of one machine since its last start; a number that was given again is another process. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in the words of the operating system. */
  readonly started: string;
}

const STAT = '/proc/self/stat';

/** The identity of a running process; undefined when there is none of that number. */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  const started = existsSync(STAT) ? startFromProc(pid) : startFromPs(pid);
  return started === undefined ? undefined : { pid, started };
}

/** Whether this very process still runs. */
export function isRunning(identity: ProcessIdentity): boolean {
  return identifyProcess(identity.pid)?.started === identity.started;
}

/** The start in ticks since boot, with the boot itself; a process that ended and only waits for its parent is gone. */
function startFromProc(pid: number): string | undefined {
  const text = tryRead(`/proc/${pid}/stat`);
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
  if (fields === undefined || fields[0] === 'Z' || fields[0] === 'X') return undefined;
  return `${tryRead('/proc/sys/kernel/random/boot_id')?.trim() ?? ''}:${fields[19] ?? ''}`;
}

function startFromPs(pid: number): string | undefined {
  try {
    const text = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      timeout: 5_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [state = 'Z', ...started] = text.trim().split(/\s+/);
    return state.startsWith('Z') ? undefined : started.join(' ');
  } catch (error) {
    /* `ps` answers with 1 when there is no such process. */
    if (types.isNativeError(error) && 'status' in error && error.status === 1) return undefined;
    throw error;
  }
}

function tryRead(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(systemErrorCode(error) ?? '')) return undefined;
    throw error;
  }
}
