import type { ChildProcess } from 'node:child_process';
import { systemErrorCode } from '../../../resources/read/folder';

/** Stops waiting for the next, harder signal. */
export type CancelStop = () => void;

/**
 * Asks a process to end, harder each time it doesn't within the grace: an interrupt to its whole group, after which
 * Terraform finishes what is under way and keeps the state; a second one to itself alone, after which it leaves at
 * once (its provider would die of it); at last the end of the whole group.
 */
export function stopGroup(child: ChildProcess, graceMilliseconds: number): CancelStop {
  const steps = [() => signalGroup(child, 'SIGINT'), () => child.kill('SIGTERM'), () => signalGroup(child, 'SIGKILL')];
  let timer: NodeJS.Timeout | undefined;
  const next = (): void => {
    const step = steps.shift();
    if (step === undefined) return;
    step();
    timer = setTimeout(next, graceMilliseconds);
  };
  next();
  return () => clearTimeout(timer);
}

/** Ends what a killed process left behind in its group: a provider doesn't notice that its Terraform is gone. */
export function endGroup(child: ChildProcess): void {
  signalGroup(child, 'SIGKILL');
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (systemErrorCode(error) !== 'ESRCH') throw error;
  }
}
