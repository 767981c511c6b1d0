import { done, failed, type Outcome } from '../failure/terraform-failure';
import type { LockInfo } from '../failure/lock-info';
import { isRunning } from '../process/process-identity';
import { lastRunPath, readRun, type RunRecord } from '../workspace/run-record';
import { runTerraform } from '../workspace/run-terraform';
import type { Workspace } from '../workspace/workspace';

/**
 * Releases the lock of a state that an interrupted run of this very machine left behind. It is never done blindly:
 * the lock must have been taken by this machine, when the last run of this shard began, and both the `ndc` and the
 * Terraform of that run must be known and gone. A local state needs none of this: the operating system lets go of
 * its lock when the process ends.
 */
export async function releaseLock(
  workspace: Workspace,
  lock: LockInfo,
  stop?: AbortSignal,
): Promise<Outcome<undefined>> {
  const doubt = doubtAbout(workspace, lock);
  if (doubt !== undefined) return failed({ kind: 'state-locked', message: doubt, lock });
  const list = ['force-unlock', '-force', lock.id];
  const ended = await runTerraform(workspace, { name: 'force-unlock', arguments: list, stop });
  if (!ended.ok) return ended;
  return ended.value.code === 0 ? done(undefined) : failed(...ended.value.failures);
}

/** Why the holder of a lock can't be taken for gone; undefined when it can. */
function doubtAbout({ settings, paths }: Workspace, lock: LockInfo): string | undefined {
  if (!/^[0-9a-f-]{8,64}$/.test(lock.id)) return 'the lock has no id that could be released';
  if (!lock.who.endsWith(`@${settings.hostName}`)) return `another machine holds the lock: ${lock.who}`;
  const record = interruptedRun(paths.run);
  if (record?.child === undefined) return 'no interrupted run of this machine is known that could have left the lock';
  if (isRunning(record.starter)) return `the process ${record.starter.pid} that took the lock still runs`;
  if (isRunning(record.child)) return `the process ${record.child.pid} that took the lock still runs`;
  const waited = (parseGoTime(lock.created) ?? Number.NaN) - Date.parse(record.since);
  const waitMax = settings.limits.lockTimeoutSeconds * 1_000 + START_MILLISECONDS_MAX;
  return waited >= 0 && waited <= waitMax ? undefined : "the lock wasn't taken when the interrupted run began";
}

/** The longest time from the start of a Terraform until it asks for the lock. */
const START_MILLISECONDS_MAX = 120_000;

function interruptedRun(path: string): RunRecord | undefined {
  const state = readRun(path);
  if (state.kind === 'running') return state.record;
  if (state.kind === 'interrupted') return state.record;
  const last = readRun(lastRunPath(path));
  return last.kind === 'idle' ? undefined : last.record;
}

/** Milliseconds of a time as Go writes it: `2026-01-02 03:04:05.678 +0000 UTC`. */
function parseGoTime(text: string): number | undefined {
  const found = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d{1,3})?)\d* \+0000 UTC$/.exec(text);
  const time = found === null ? Number.NaN : Date.parse(`${found[1] ?? ''}T${found[2] ?? ''}Z`);
  return Number.isNaN(time) ? undefined : time;
}
