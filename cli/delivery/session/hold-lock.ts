import { hostname } from 'node:os';
import { takeLock } from '../../../delivery/journal/deploy-lock';
import { identifyProcess, isRunning } from '../../../delivery/terraform/process/process-identity';
import type { StateFolder } from '../../../delivery/state/state-folder';
import { valueOf } from '../../../model/problem';
import type { Io } from '../../io';

/**
 * Does something while this process alone holds the lock of a state folder.
 * @throws ProblemError when another process holds it
 */
export async function holdLock<T>(state: StateFolder, io: Io, work: () => Promise<T>): Promise<T> {
  const { pid } = process;
  const started = identifyProcess(pid)?.started ?? '';
  const lock = valueOf(
    takeLock({
      file: state.lock,
      holder: { pid, started, host: hostname(), since: io.now().toISOString() },
      isRunning: (holder) => isRunning(holder),
    }),
  );
  const { tookOverFrom } = lock;
  if (tookOverFrom !== undefined)
    io.err(`the deploy of process ${tookOverFrom.pid} since ${tookOverFrom.since} is gone; its lock is taken over\n`);
  try {
    return await work();
  } finally {
    lock.release();
  }
}
