import { linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { identifyProcess, isRunning, type ProcessIdentity } from '../process/process-identity';
import { systemErrorCode } from '../../../resources/read/folder';
import { parseStrictJson } from '../../../resources/read/text/strict-json';
import { writeWhole } from './write-whole';

/** Which process works on a shard, kept while it does; what is left of it after a crash tells what was under way. */
export interface RunRecord {
  /** The Terraform command. */
  readonly command: string;
  /** The `ndc` that started it. */
  readonly starter: ProcessIdentity;
  /** The Terraform itself.
   * @default - it wasn't known to run yet
   */
  readonly child?: ProcessIdentity | undefined;
  /** When it began, in ISO 8601. */
  readonly since: string;
}

const identity = z.strictObject({ pid: z.int().min(1), started: z.string().max(200) });
const shape: z.ZodType<RunRecord> = z.strictObject({
  command: z.string().max(100),
  starter: identity,
  child: identity.optional(),
  since: z.string().max(40),
});

/** What a run record says about the shard. */
export type RunState =
  | { readonly kind: 'idle' }
  /** A process still works on the shard: this `ndc`, another one, or a Terraform whose `ndc` is gone. */
  | { readonly kind: 'running'; readonly record: RunRecord }
  /** The process ended without taking its record away. */
  | {
      readonly kind: 'interrupted';
      /** @default - the record can't be read */
      readonly record?: RunRecord | undefined;
    };

/** Tells whether a process works on the shard, or did when it died. */
export function readRun(path: string): RunState {
  const text = tryReadText(path);
  if (text === undefined) return { kind: 'idle' };
  const record = parseRecord(text);
  if (record === undefined) return { kind: 'interrupted' };
  const { starter, child } = record;
  const lives = isRunning(starter) || (child !== undefined && isRunning(child));
  return { kind: lives ? 'running' : 'interrupted', record };
}

/** Takes the shard for a command of this process; false when another one has it. */
export function tryClaimRun(path: string, { command, now }: { command: string; now: Date }): boolean {
  const starter = identifyProcess(process.pid);
  if (starter === undefined) throw new Error("this process can't find itself");
  const state = readRun(path);
  if (state.kind === 'running') return false;
  if (state.kind === 'interrupted') renameSync(path, lastRunPath(path));
  return tryPlace(path, { command, starter, since: now.toISOString() });
}

/** Where the record of a run stands that was found interrupted. */
export function lastRunPath(path: string): string {
  return `${path}.last`;
}

/** Notes which process does the work. */
export function noteChild(path: string, child: ProcessIdentity | undefined): void {
  const record = parseRecord(tryReadText(path) ?? '');
  if (record !== undefined && child !== undefined) writeWhole(path, `${JSON.stringify({ ...record, child })}\n`);
}

/** Lets go of the shard. */
export function releaseRun(path: string): void {
  rmSync(path, { force: true });
}

/** Forgets the run that was found interrupted: nothing of it is left to clean up. */
export function forgetLastRun(path: string): void {
  rmSync(lastRunPath(path), { force: true });
}

/** Puts the record in its place with all its content, unless there is one. */
function tryPlace(path: string, record: RunRecord): boolean {
  const own = `${path}.${record.starter.pid}`;
  writeWhole(own, `${JSON.stringify(record)}\n`);
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own);
  }
}

function parseRecord(text: string): RunRecord | undefined {
  const parsed = parseStrictJson(text);
  const checked = parsed.ok ? shape.safeParse(parsed.value) : undefined;
  return checked?.success === true ? checked.data : undefined;
}

function tryReadText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
