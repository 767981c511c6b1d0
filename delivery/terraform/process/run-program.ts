import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { LineFollower } from './line-follower';
import { identifyProcess, type ProcessIdentity } from './process-identity';
import { endGroup, stopGroup, type CancelStop } from './stop-group';

/** How long a program may run and write, and how much patience it gets when it is stopped. */
export interface ProgramLimits {
  readonly timeoutMilliseconds: number;
  /** Time between an interrupt and the next, harder signal. */
  readonly graceMilliseconds: number;
  readonly outputBytesMax: number;
}

/** One run of a program. Its output goes to files, so that it can finish when this process dies. */
export interface ProgramCall {
  /** Absolute path of the program. */
  readonly program: string;
  readonly arguments: readonly string[];
  readonly folder: string;
  /** The whole environment of the program. */
  readonly environment: Readonly<Record<string, string>>;
  readonly outputFile: string;
  readonly errorFile: string;
  readonly limits: ProgramLimits;
  /** Called with each line of the output while the program runs.
   * @default - nobody follows
   */
  readonly onLine?: ((line: string) => void) | undefined;
  /** Called once the program runs, before anything else.
   * @default - nobody needs to know
   */
  readonly onStart?: ((identity: ProcessIdentity | undefined) => void) | undefined;
  /** Stops the program.
   * @default - it can't be stopped early
   */
  readonly stop?: AbortSignal | undefined;
}

/** Why a program was made to end early. */
export type StopReason = 'asked' | 'timeout' | 'too-much-output';

/** How a program ended. */
export type ProgramEnd = {
  /** @default - it wasn't stopped */
  readonly stopped?: StopReason | undefined;
} & (
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'killed'; readonly signal: string }
  | { readonly kind: 'not-started'; readonly detail: string }
);

/** How often the output is looked at, in milliseconds. */
const FOLLOW_MILLISECONDS = 50;

/** Runs a program in a process group of its own until it ended; never through a shell. */
export async function runProgram(call: ProgramCall): Promise<ProgramEnd> {
  if (call.stop?.aborted === true) return { kind: 'not-started', detail: 'stopped before it began', stopped: 'asked' };
  const child = start(call);
  const ended = end(child);
  if (child.pid === undefined) return ended;
  const watch = new Watch(child, call);
  try {
    call.onStart?.(identifyProcess(child.pid));
  } catch (error) {
    watch.stop('asked');
    throw error;
  } finally {
    await ended;
    watch.finish();
  }
  const result = await ended;
  if (result.kind === 'killed') endGroup(child);
  return { ...result, stopped: watch.stopped };
}

function start({ program, arguments: list, folder, environment, outputFile, errorFile }: ProgramCall): ChildProcess {
  const output = openSync(outputFile, 'w', 0o600);
  const errors = openSync(errorFile, 'w', 0o600);
  try {
    const stdio = ['ignore' as const, output, errors];
    return spawn(program, [...list], { cwd: folder, env: environment, detached: true, shell: false, stdio });
  } finally {
    closeSync(output);
    closeSync(errors);
  }
}

async function end(child: ChildProcess): Promise<ProgramEnd> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ kind: 'not-started', detail: error.message }));
    child.once('exit', (code, signal) =>
      resolve(code === null ? { kind: 'killed', signal: signal ?? 'unknown' } : { kind: 'exited', code }),
    );
  });
}

/** Follows a running program and stops it when asked, when it is late, or when it writes without end. */
class Watch {
  public stopped: StopReason | undefined;
  readonly #child: ChildProcess;
  readonly #call: ProgramCall;
  readonly #follower: LineFollower;
  readonly #timers: readonly NodeJS.Timeout[];
  readonly #onAbort = (): void => this.stop('asked');
  #cancel: CancelStop | undefined;

  public constructor(child: ChildProcess, call: ProgramCall) {
    this.#child = child;
    this.#call = call;
    this.#follower = new LineFollower(call.outputFile, call.onLine ?? (() => undefined));
    this.#timers = [
      setInterval(() => this.#follow(), FOLLOW_MILLISECONDS),
      setTimeout(() => this.stop('timeout'), call.limits.timeoutMilliseconds),
    ];
    call.stop?.addEventListener('abort', this.#onAbort, { once: true });
  }

  public finish(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#cancel?.();
    this.#call.stop?.removeEventListener('abort', this.#onAbort);
    this.#follower.finish();
  }

  #follow(): void {
    this.#follower.read();
    if (this.#follower.bytes > this.#call.limits.outputBytesMax) this.stop('too-much-output');
  }

  public stop(reason: StopReason): void {
    if (this.stopped !== undefined) return;
    this.stopped = reason;
    this.#cancel = stopGroup(this.#child, this.#call.limits.graceMilliseconds);
  }
}
