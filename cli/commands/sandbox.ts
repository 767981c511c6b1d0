import { existsSync } from 'node:fs';
import { problem, ProblemError } from '../../model/problem';
import { sandboxLogs } from '../../sandbox/control-plane/sandbox-logs';
import { sandboxStatus, type SandboxStatus } from '../../sandbox/control-plane/sandbox-status';
import { stopSandbox } from '../../sandbox/control-plane/stop-sandbox';
import {
  defineCommand,
  exitCodes,
  flagOption,
  formatOption,
  textOption,
  type CommandInput,
  type ExitCode,
} from '../command';
import type { Io } from '../io';
import { printProblems } from '../print-problems';
import { Progress } from '../progress';
import { assemblyFolder, DEFAULT_ENVIRONMENT } from '../project';
import { clusterSpecs } from '../sandbox/cluster-specs';
import { sandboxFolder } from '../sandbox/sandbox-place';
import { sandboxText } from '../sandbox/sandbox-text';
import { findAssembly, startAssembly } from '../sandbox/start-assembly';

const DEFAULT_NAME = 'default';
const DEFAULT_LINES = '40';
const LINES_MAX = 2_000;

/** What a run knows of its sandbox. */
interface Target {
  readonly name: string;
  readonly folder: string;
  readonly assembly: string;
}

const actions: Readonly<Record<string, (target: Target, input: CommandInput, io: Io) => Promise<ExitCode>>> = {
  up,
  status,
  down,
  logs,
};

export default defineCommand({
  summary: 'run real control planes of an assembly on this machine: up, status, down, logs',
  for: 'engineer',
  arguments: [
    { name: 'action', meaning: `one of ${Object.keys(actions).join(', ')}`, required: true },
    { name: 'which', meaning: 'logs: a cluster, or a cluster and a program as <cluster>/<program>', required: false },
  ],
  options: [
    {
      name: 'name',
      meaning: 'name of the sandbox; several may run side by side',
      value: 'name',
      default: DEFAULT_NAME,
    },
    { name: 'assembly', meaning: `folder of the assembly (default: ndc.out/${DEFAULT_ENVIRONMENT})`, value: 'folder' },
    {
      name: 'clusters',
      meaning: 'up: names separated by commas, or all (default: the shared cluster of each data center)',
      value: 'names',
    },
    { name: 'state', meaning: 'folder for keys, data and logs (default: below ~/.local/state/ndc)', value: 'folder' },
    { name: 'keep-data', meaning: 'down: keep what the clusters store for the next up' },
    { name: 'lines', meaning: 'logs: how many lines of each', value: 'count', default: DEFAULT_LINES },
    formatOption,
  ],
  run(input, io) {
    const name = textOption(input, 'name') ?? DEFAULT_NAME;
    const target: Target = {
      name,
      folder: sandboxFolder(name, textOption(input, 'state'), io),
      assembly: assemblyFolder(textOption(input, 'assembly'), DEFAULT_ENVIRONMENT, io),
    };
    const given = input.arguments[0] ?? '';
    const action = Object.hasOwn(actions, given) ? actions[given] : undefined;
    if (action === undefined) throw new ProblemError([unknownAction(given)]);
    return action(target, input, io);
  },
});

async function up(target: Target, input: CommandInput, io: Io): Promise<ExitCode> {
  const progress = new Progress(io);
  progress.step('reading the assembly');
  const assembly = findAssembly(target.assembly);
  const started = await startAssembly(assembly, {
    ...target,
    clusters: textOption(input, 'clusters'),
    io,
    progress: (text) => progress.note(text),
  });
  if (!started.ok) {
    printProblems(
      { problems: started.problems, notes: [] },
      io,
      'what runs stays; ndc sandbox status tells, ndc sandbox up goes on',
    );
    return exitCodes.outsideFailed;
  }
  const { status: found, withoutDefinitions } = started.value;
  progress.done(`the sandbox ${target.name} is up`);
  if (withoutDefinitions !== '') io.err(`custom resources can't be applied, for ${withoutDefinitions}\n`);
  return print(found, { target, input, io });
}

async function status(target: Target, input: CommandInput, io: Io): Promise<ExitCode> {
  const found = await sandboxStatus(target.folder);
  if (found === undefined) throw new ProblemError([noSandbox(target)]);
  return print(found, { target, input, io });
}

async function down({ folder, name }: Target, input: CommandInput, io: Io): Promise<ExitCode> {
  const progress = new Progress(io);
  progress.step(`stopping the sandbox ${name}`);
  const stopped = await stopSandbox(folder, { keepData: flagOption(input, 'keep-data') });
  progress.done(`${stopped.processes} processes ended${stopped.isRemoved ? ', all data removed' : ''}`);
  if (textOption(input, 'format') === 'json') io.out(`${JSON.stringify({ name, ...stopped })}\n`);
  return exitCodes.clean;
}

function logs(target: Target, input: CommandInput, io: Io): Promise<ExitCode> {
  const [cluster, program] = (input.arguments[1] ?? '').split('/').filter((part) => part !== '');
  const lines = Math.min(LINES_MAX, Number(textOption(input, 'lines') ?? DEFAULT_LINES));
  const choice = {
    ...(cluster === undefined ? {} : { cluster }),
    ...(program === undefined ? {} : { program }),
    lines,
  };
  const tails = sandboxLogs(target.folder, choice);
  if (tails === undefined || tails.length === 0) throw new ProblemError([noSandbox(target)]);
  if (textOption(input, 'format') === 'json') io.out(`${JSON.stringify(tails)}\n`);
  else for (const tail of tails) io.out(`== ${tail.cluster}/${tail.program}\n${tail.lines.join('\n')}\n`);
  return Promise.resolve(exitCodes.clean);
}

function print(
  found: SandboxStatus,
  { target, input, io }: { readonly target: Target; readonly input: CommandInput; readonly io: Io },
): ExitCode {
  const missing = notRunning(found, target);
  if (textOption(input, 'format') === 'json') io.out(`${JSON.stringify({ ...found, notRunning: missing })}\n`);
  else io.out(sandboxText(found, missing));
  return found.clusters.every(({ isReady }) => isReady) ? exitCodes.clean : exitCodes.findings;
}

/** Clusters of the assembly without a control plane here; none are known where there is no assembly. */
function notRunning({ clusters }: SandboxStatus, { assembly }: Target): readonly string[] {
  if (!existsSync(assembly)) return [];
  const running = new Set(clusters.map(({ name }) => name));
  const all = clusterSpecs(findAssembly(assembly), []).map(({ cluster }) => cluster.id);
  return all.filter((name) => !running.has(name));
}

function unknownAction(given: string) {
  return problem({
    code: 'sandbox-action-unknown',
    at: ['ndc sandbox'],
    what: 'a sandbox has no such action',
    got: given,
    want: `one of ${Object.keys(actions).join(', ')}`,
    next: 'read ndc sandbox --help',
  });
}

function noSandbox({ name, folder }: Target) {
  return problem({
    code: 'sandbox-not-found',
    at: [name],
    what: 'there is no such sandbox, or nothing of what was asked for',
    got: folder,
    want: 'a folder that ndc sandbox up made',
    next: 'start one with ndc sandbox up',
  });
}
