import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import type { Command } from '../tools/tool';

/** What one run of a process took. */
export interface Probe {
  readonly seconds: number;
  /** Of the processor, in the process and those that it started and waited for. */
  readonly processorSeconds: number;
  /** The most that it and its children held at once: as the kernel tells of the largest, or as was seen of all. */
  readonly megabytes: number;
}

/** How a process is run. */
export interface ProbeOptions {
  /** The one core that it may use.
   * @default - all
   */
  readonly core?: number;
  /** File for what it prints, where that is its findings. */
  readonly output: string;
}

const SAMPLE_MILLISECONDS = 100;
const KILOBYTES_PER_MEGABYTE = 1_024;

/** Runs a command once. Rejects when it ends with a code that no tool gives for findings. */
export async function probe(command: Command, { core, output }: ProbeOptions): Promise<Probe> {
  const pinned = core === undefined ? [] : ['taskset', '--cpu-list', String(core)];
  const times = `${output}.time`;
  const timed = ['/usr/bin/time', '--quiet', '--format', '%U %S %M', '--output', times];
  const [program = '', ...given] = [...pinned, ...timed, command.program, ...command.arguments];
  const target = command.printsFindings === true ? openSync(output, 'w') : undefined;
  const start = process.hrtime.bigint();
  const child = spawn(program, given, { stdio: ['ignore', target ?? 'ignore', 'pipe'] });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = `${said}${chunk.toString()}`.slice(-2_000);
  });
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, heldBy(child.pid));
  }, SAMPLE_MILLISECONDS);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(() => clearInterval(timer));
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (target !== undefined) closeSync(target);
  if (code !== 0 && code !== 1) throw new Error(`${command.program} ended with ${String(code)}: ${said}`);
  const [user = 0, system = 0, largest = 0] = readFileSync(times, 'utf8').trim().split(' ').map(Number);
  rmSync(times);
  const megabytes = Math.round(Math.max(most, largest) / KILOBYTES_PER_MEGABYTE);
  return { seconds, processorSeconds: user + system, megabytes };
}

/** Kilobytes that a process and all below it hold now; nothing of those that just ended. */
function heldBy(pid: number | undefined): number {
  if (pid === undefined) return 0;
  const status = tryRead(`/proc/${pid}/status`);
  const own = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  const children = tryRead(`/proc/${pid}/task/${pid}/children`).trim();
  return children.split(' ').reduce((sum, one) => sum + (one === '' ? 0 : heldBy(Number(one))), own);
}

function tryRead(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return '';
    throw error;
  }
}
