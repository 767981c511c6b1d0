import { readBytes } from '../../../resources/read/folder';
import { parseStrictJson } from '../../../resources/read/text/strict-json';
import type { JsonValue } from '../../../resources/resource';
import { classify } from '../failure/classify';
import { diagnosticOf, errorsInText, plain, type Diagnostic } from '../failure/diagnostic';
import { done, failed, type Outcome, type TerraformFailure } from '../failure/terraform-failure';
import { childEnvironment } from '../process/child-environment';
import { runProgram, type ProgramEnd } from '../process/run-program';
import { cliConfigPath } from './cli-config';
import { forgetLastRun, noteChild, releaseRun, tryClaimRun } from './run-record';
import type { Workspace } from './workspace';

/** One Terraform command on one shard. */
export interface TerraformCall {
  /** Name of the run; its output stands in files of this name. */
  readonly name: string;
  readonly arguments: readonly string[];
  /** Called with each message of a command that writes messages as JSON.
   * @default - nobody follows
   */
  readonly onMessage?: ((message: JsonValue) => void) | undefined;
  /** @default - it can't be stopped early */
  readonly stop?: AbortSignal | undefined;
}

/** How a command ended that ran to its end: its exit code, and what it complained about. */
export interface TerraformEnd {
  readonly code: number;
  readonly failures: readonly TerraformFailure[];
}

/** The most that one command may write, in bytes; 1,000 resources as JSON are about 4 million. */
const OUTPUT_BYTES_MAX = 256 * 2 ** 20;
const ERROR_TEXT_LENGTH_MAX = 65_536;

/**
 * Runs one Terraform command for a shard. Fails when another process works on the shard, or when the command didn't
 * come to an end of its own; a command that ends with errors is a value.
 */
export async function runTerraform(workspace: Workspace, call: TerraformCall): Promise<Outcome<TerraformEnd>> {
  const { paths, settings } = workspace;
  if (!tryClaimRun(paths.run, { command: call.name, now: settings.now() })) {
    return failed({ kind: 'shard-busy', message: `another process works on ${workspace.shard.id}` });
  }
  try {
    const ended = await runClaimed(workspace, call);
    if (ended.ok && ended.value.code !== 1 && takesLock(call)) forgetLastRun(paths.run);
    return ended;
  } finally {
    releaseRun(paths.run);
  }
}

/** A command that got the lock of the state: no earlier run can have left it behind. */
function takesLock(call: TerraformCall): boolean {
  return call.arguments.some((one) => one.startsWith('-lock-timeout='));
}

async function runClaimed(workspace: Workspace, call: TerraformCall): Promise<Outcome<TerraformEnd>> {
  const { paths, settings } = workspace;
  const said: Diagnostic[] = [];
  const onMessage = (message: JsonValue): void => {
    const diagnostic = diagnosticOf(message);
    if (diagnostic?.severity === 'error') said.push(diagnostic);
    call.onMessage?.(message);
  };
  const end = await runProgram({
    program: settings.program.path,
    arguments: call.arguments,
    folder: paths.module,
    environment: childEnvironment({ ...settings, cliConfig: cliConfigPath(settings.stateFolder) }),
    outputFile: paths.output(call.name),
    errorFile: paths.errors(call.name),
    limits: { ...settings.limits, outputBytesMax: OUTPUT_BYTES_MAX },
    onLine: call.arguments.includes('-json') ? (line) => takeLine(line, onMessage) : undefined,
    onStart: (child) => noteChild(paths.run, child),
    stop: call.stop,
  });
  const errors = tryReadErrors(paths.errors(call.name));
  const failures = [...said, ...errorsInText(errors)].map(classify);
  return endOf(end, failures, errors);
}

function endOf(end: ProgramEnd, failures: readonly TerraformFailure[], errors: string): Outcome<TerraformEnd> {
  if (end.kind === 'exited' && end.code === 0) return done({ code: 0, failures });
  const early = whyEarly(end);
  if (early !== undefined) return failed(early, ...failures);
  if (end.kind !== 'exited') return failed({ kind: 'other', message: 'ended without a word' });
  if (end.code === 2 || failures.length > 0) return done({ code: end.code, failures });
  const message = errors === '' ? `ended with ${end.code} and no word` : errors;
  return done({ code: end.code, failures: [{ kind: crashed(errors) ? 'provider-crash' : 'other', message }] });
}

function whyEarly(end: ProgramEnd): TerraformFailure | undefined {
  if (end.kind === 'not-started' && end.stopped === undefined) return { kind: 'other', message: end.detail };
  if (end.stopped === 'asked') return { kind: 'interrupted', message: 'stopped because it was asked to' };
  if (end.stopped === 'timeout') return { kind: 'timed-out', message: 'stopped because it took too long' };
  if (end.stopped === 'too-much-output') return { kind: 'unreadable-answer', message: 'wrote without end' };
  if (end.kind === 'killed') return { kind: 'interrupted', message: `ended by the signal ${end.signal}` };
  return undefined;
}

function crashed(errors: string): boolean {
  return /^panic: |TERRAFORM CRASH|goroutine \d+ \[/m.test(errors);
}

/** A line that is no JSON is no message: a broken plugin may write into the stream. */
function takeLine(line: string, onMessage: (message: JsonValue) => void): void {
  const parsed = parseStrictJson(line);
  if (parsed.ok) onMessage(parsed.value);
}

function tryReadErrors(path: string): string {
  const read = readBytes(path);
  return read.ok ? plain(read.bytes.subarray(0, ERROR_TEXT_LENGTH_MAX).toString('utf8')) : '';
}
