import { readdirSync, readFileSync } from 'node:fs';
import { codeOf } from '../../caught';

/** A setting of every process of a sandbox; its value is the sandbox's folder. */
export const MARKER = 'NDC_SANDBOX';

/** What tells a process from every other, also from a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  /** Ticks from the start of the machine to its own (proc(5) `starttime`). */
  readonly started: string;
}

/** Memory of a process, in bytes. */
export interface ProcessMemory {
  /** Everything of it that is in memory, with what it shares. */
  readonly resident: number;
  /** The same, with what it shares divided among those who share it. */
  readonly proportional: number;
}

/** Identity of a process that runs; undefined when it doesn't, or has ended and waits to be noticed. */
export function tryIdentify(pid: number): ProcessIdentity | undefined {
  const text = tryRead(`/proc/${pid}/stat`);
  // The name in parentheses may hold anything, also parentheses and spaces.
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ') ?? [];
  const [state] = fields;
  const started = fields[19];
  if (started === undefined || state === 'Z' || state === 'X') return undefined;
  return { pid, started };
}

/** Whether exactly this process still runs, and is one of this sandbox. */
export function isRunning({ pid, started }: ProcessIdentity, folder: string): boolean {
  return tryIdentify(pid)?.started === started && hasMarker(pid, folder);
}

/** Every process of a sandbox, whether somebody wrote it down or not. */
export function processesOf(folder: string): readonly ProcessIdentity[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids
    .map(Number)
    .filter((pid) => hasMarker(pid, folder))
    .map(tryIdentify)
    .filter((identity) => identity !== undefined);
}

/** Memory of a process; undefined when it can't be read. */
export function tryMemory(pid: number): ProcessMemory | undefined {
  const text = tryRead(`/proc/${pid}/smaps_rollup`);
  const bytes = (name: string): number =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text ?? '')?.[1]) * 1_024;
  return text === undefined ? undefined : { resident: bytes('Rss'), proportional: bytes('Pss') };
}

function hasMarker(pid: number, folder: string): boolean {
  return tryRead(`/proc/${pid}/environ`)?.split('\0').includes(`${MARKER}=${folder}`) ?? false;
}

/** A file of a process: gone when the process is, and closed to others when it is theirs. */
function tryRead(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(codeOf(error))) return undefined;
    throw error;
  }
}
