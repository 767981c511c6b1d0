import { setTimeout as pause } from 'node:timers/promises';
import { hasLeft, isRunning, type ProcessIdentity } from './process-table';
import { codeOf } from '../../caught';

/** How long a process may take to end by itself. */
const GRACE_MILLISECONDS = 6_000;
const POLL_MILLISECONDS = 50;
/** The kernel ends a killed process as soon as it leaves the disk alone. */
const KILL_MILLISECONDS = 20_000;

/**
 * Ends a process of a sandbox: it is asked first, then killed. Resolves once it holds no file and no port. One that no
 * longer runs, or has become a stranger, is left alone.
 * Rejects when not even the kernel can end it.
 */
export async function stopProcess(identity: ProcessIdentity, folder: string): Promise<void> {
  signal(identity, folder, 'SIGTERM');
  if (await hasEnded(identity, folder, GRACE_MILLISECONDS)) return;
  signal(identity, folder, 'SIGKILL');
  if (await hasEnded(identity, folder, KILL_MILLISECONDS)) return;
  throw new Error(`the process ${identity.pid} doesn't end; it may hang in the disk or network`);
}

function signal(identity: ProcessIdentity, folder: string, name: 'SIGTERM' | 'SIGKILL'): void {
  if (!isRunning(identity, folder)) return;
  try {
    process.kill(identity.pid, name);
  } catch (error) {
    // It ended between the look and the signal.
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

async function hasEnded(identity: ProcessIdentity, folder: string, milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited < milliseconds; waited += POLL_MILLISECONDS) {
    if (hasLeft(identity, folder)) return true;
    await pause(POLL_MILLISECONDS);
  }
  return hasLeft(identity, folder);
}
