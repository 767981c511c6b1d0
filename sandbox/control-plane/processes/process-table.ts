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
  const stat = tryStat(pid);
  return stat === undefined || hasExited(stat) ? undefined : { pid, started: stat.started };
}

/** Whether exactly this process still runs, and is one of this sandbox. */
export function isRunning({ pid, started }: ProcessIdentity, folder: string): boolean {
  return tryIdentify(pid)?.started === started && hasMarker(pid, folder);
}

/**
 * Whether nothing is left of this process: neither itself, nor a thread that still holds files and ports while the
 * kernel takes it down. It has lost its settings by then, so that {@link isRunning} no longer knows it.
 */
export function hasLeft({ pid, started }: ProcessIdentity, folder: string): boolean {
  const stat = tryStat(pid);
  if (stat?.started !== started || stat.isOfKernel) return true;
  if (stat.hasMemory) return !hasMarker(pid, folder);
  return hasExited(stat) && threadsOf(pid) <= 1;
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

/** What the kernel says of a process (proc(5), `/proc/pid/stat`). */
interface ProcessStat {
  readonly state: string;
  readonly started: string;
  readonly isOfKernel: boolean;
  /** One that ends gives its memory back first, then its files. */
  readonly hasMemory: boolean;
}

/** Bit of `flags` that only threads of the kernel have (`PF_KTHREAD` of linux/sched.h). */
const KERNEL_THREAD = 0x0020_0000;

function tryStat(pid: number): ProcessStat | undefined {
  const text = tryRead(`/proc/${pid}/stat`);
  // The name in parentheses may hold anything, also parentheses and spaces.
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ') ?? [];
  const [state, flags, started, size] = [0, 6, 19, 20].map((field) => fields[field]);
  if (state === undefined || started === undefined) return undefined;
  return { state, started, isOfKernel: (Number(flags) & KERNEL_THREAD) !== 0, hasMemory: size !== '0' };
}

function hasExited({ state }: ProcessStat): boolean {
  return state === 'Z' || state === 'X';
}

function threadsOf(pid: number): number {
  return tryOf(() => readdirSync(`/proc/${pid}/task`))?.length ?? 0;
}

function tryRead(path: string): string | undefined {
  return tryOf(() => readFileSync(path, 'utf8'));
}

/** What a process tells: gone when the process is, and closed to others when it is theirs. */
function tryOf<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(codeOf(error))) return undefined;
    throw error;
  }
}
