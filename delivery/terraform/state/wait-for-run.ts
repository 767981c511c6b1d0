import { setTimeout as pause } from 'node:timers/promises';
import { isRunning } from '../process/process-identity';
import { readRun } from '../workspace/run-record';
import type { Workspace } from '../workspace/workspace';

const LOOK_MILLISECONDS = 200;

/**
 * Waits until no Terraform works on the shard any more that an earlier `ndc` started: one whose `ndc` was killed
 * finishes by itself. Says whether that came about in the time given.
 */
export async function waitForRun(workspace: Workspace, timeoutMilliseconds: number): Promise<boolean> {
  const { now } = workspace.settings;
  const until = now().getTime() + timeoutMilliseconds;
  for (;;) {
    const state = readRun(workspace.paths.run);
    const child = state.kind === 'running' ? state.record.child : undefined;
    if (child === undefined || !isRunning(child)) return state.kind !== 'running';
    if (now().getTime() >= until) return false;
    await pause(LOOK_MILLISECONDS);
  }
}
