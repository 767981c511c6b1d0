import { rmSync, rmdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { exclusively } from '../exclusive';
import { clusterPlace } from './cluster-place';
import { tryReadState } from './cluster-state';
import { programs } from './processes/process-plan';
import { processesOf, type ProcessIdentity } from './processes/process-table';
import { stopProcess } from './processes/stop';
import { tryReadSandbox } from './sandbox-record';

/** What stopping may leave. */
export interface StopOptions {
  /** Keeps what the clusters store, so that the next start finds it again.
   * @default false
   */
  readonly keepData?: boolean;
}

/** What stopping did. */
export interface Stopped {
  readonly processes: number;
  /** Whether the folder is gone. */
  readonly isRemoved: boolean;
}

/**
 * Ends every process of a sandbox, those that nobody wrote down too, and removes its data. A process that isn't this
 * sandbox's is never touched, whatever its number; a folder that is no sandbox's loses nothing.
 */
export async function stopSandbox(folder: string, { keepData = false }: StopOptions = {}): Promise<Stopped> {
  return exclusively(`sandbox ${folder}`, async () => {
    const processes = await stopAll(folder);
    const record = tryReadSandbox(folder);
    if (keepData || record === undefined) return { processes, isRemoved: false };
    for (const name of ['clusters', 'kubeconfig', 'sandbox.json'])
      rmSync(join(folder, name), { recursive: true, force: true });
    const isRemoved = readdirSync(folder).length === 0;
    if (isRemoved) rmdirSync(folder);
    return { processes, isRemoved };
  });
}

/** Ends processes of a sandbox that its clusters don't know: of a start that was cut short. */
export async function stopStrays(folder: string, clusters: readonly string[]): Promise<void> {
  const known = new Set(clusters.flatMap((cluster) => recorded(folder, cluster)).map(keyOf));
  const strays = processesOf(folder).filter((one) => !known.has(keyOf(one)));
  await Promise.all(strays.map((one) => stopProcess(one, folder)));
}

/** Those that use a store end before it, so that none complains that it is gone. */
async function stopAll(folder: string): Promise<number> {
  const all = processesOf(folder);
  const clusters = tryReadSandbox(folder)?.clusters ?? [];
  for (const program of programs.toReversed()) {
    const known = clusters.flatMap((cluster) => tryReadState(clusterPlace(folder, cluster))?.processes[program] ?? []);
    await Promise.all(known.map((one) => stopProcess(one, folder)));
  }
  await Promise.all(all.map((one) => stopProcess(one, folder)));
  return all.length;
}

function recorded(folder: string, cluster: string): readonly ProcessIdentity[] {
  return Object.values(tryReadState(clusterPlace(folder, cluster))?.processes ?? {});
}

function keyOf({ pid, started }: ProcessIdentity): string {
  return `${pid} ${started}`;
}
