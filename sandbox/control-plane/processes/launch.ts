import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ProcessPlan } from './process-plan';
import { MARKER, tryIdentify, type ProcessIdentity } from './process-table';
import { rotateLog } from './log-file';

/** Where a process belongs and what it may know. */
export interface LaunchOptions {
  /** The sandbox's folder, which marks its processes. */
  readonly folder: string;
  /** Working folder and home of the process. */
  readonly home: string;
  readonly log: string;
}

/**
 * Starts a process that outlives this one, in a session of its own, with nothing of this process's settings. What it
 * says is appended to its log.
 * Rejects when the program can't be started at all.
 */
export async function launch(plan: ProcessPlan, { folder, home, log }: LaunchOptions): Promise<ProcessIdentity> {
  mkdirSync(dirname(log), { recursive: true, mode: 0o700 });
  rotateLog(log);
  const output = openSync(log, 'a', 0o600);
  try {
    const child = spawn(plan.path, [...plan.arguments], {
      cwd: home,
      detached: true,
      env: { ...plan.settings, HOME: home, TMPDIR: home, [MARKER]: folder },
      stdio: ['ignore', output, output],
    });
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    child.unref();
    const { pid } = child;
    const identity = pid === undefined ? undefined : tryIdentify(pid);
    // It has ended at once; its log says why, and whoever waits for it will look there.
    return identity ?? { pid: pid ?? 0, started: 'ended' };
  } finally {
    closeSync(output);
  }
}
