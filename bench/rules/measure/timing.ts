import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { IntentId } from '../intents';
import { say } from '../tools/install';
import type { Task, Tool } from '../tools/tool';
import { probe, type Probe } from './probe';
import { round, spreadOf, type Spread } from './statistics';
import { makeTask, type Corpus } from './workplace';

/** How one tool did on one corpus. */
export interface TimedRow {
  readonly tool: string;
  readonly objects: number;
  readonly density: number;
  readonly cores: number;
  readonly runs: number;
  readonly seconds: Spread;
  readonly processorSeconds: Spread;
  readonly megabytes: Spread;
  /**
   * Processor time beyond that on one namespace, which is start and loading of rules, over objects and intents.
   * @default - it judges no intents
   */
  readonly microsecondsPerObjectAndIntent?: number;
  /** Where its time goes, as it tells itself.
   * @default - it doesn't
   */
  readonly phases?: Readonly<Record<string, number>>;
}

/** How often something is measured. */
export interface Effort {
  readonly runs: number;
  readonly warmUps: number;
  /** Past which no further run of one tool on one corpus is begun. */
  readonly secondsOfRow: number;
}

/** What is timed. */
export interface TimedTask {
  readonly tool: Tool;
  readonly corpus: Corpus;
  readonly intents: readonly IntentId[];
  /** Below which the tool writes. */
  readonly work: string;
  /** The one core that it may use.
   * @default - all
   */
  readonly core?: number;
  readonly effort: Effort;
  /** The row of the same tool on one namespace.
   * @default - this is that row
   */
  readonly bare?: TimedRow;
}

/** Runs a tool several times on a corpus. */
export async function timeTool(timed: TimedTask): Promise<TimedRow> {
  const { tool, corpus, intents, work, core, bare } = timed;
  const task = makeTask(work, tool, { corpus: corpus.folder, intents });
  const probes = await runOften(timed, task);
  // What can't be read is no run: some tools end with 1 both for findings and for trouble.
  tool.read(task);
  const processorSeconds = spreadOf(probes.map((one) => one.processorSeconds));
  const row: TimedRow = {
    tool: tool.id,
    objects: corpus.objects,
    density: corpus.density,
    cores: core === undefined ? availableParallelism() : 1,
    runs: probes.length,
    seconds: spreadOf(probes.map((one) => one.seconds)),
    processorSeconds,
    megabytes: spreadOf(
      probes.map((one) => one.megabytes),
      0,
    ),
    ...beyond(timed, processorSeconds.median, bare),
    ...phasesOf(task),
  };
  say(
    `${tool.id}, ${corpus.objects} objects, ${corpus.density}, ${row.cores} cores: ${row.seconds.median} s, ${processorSeconds.median} s of processor, ${row.megabytes.median} MB`,
  );
  return row;
}

/** The runs after the warm-ups; a run of the warm-ups counts where time is up before any other. */
async function runOften({ tool, core, effort }: TimedTask, task: Task): Promise<readonly Probe[]> {
  const { runs, warmUps, secondsOfRow } = effort;
  const all: Probe[] = [];
  const spent = (): number => all.reduce((sum, { seconds }) => sum + seconds, 0);
  while (all.length < warmUps + runs && (all.length === 0 || spent() < secondsOfRow)) {
    all.push(await probe(tool.command(task), { output: task.output, ...(core === undefined ? {} : { core }) }));
  }
  return all.length > warmUps ? all.slice(warmUps) : all.slice(-1);
}

function beyond(
  { tool, corpus, intents }: TimedTask,
  seconds: number,
  bare: TimedRow | undefined,
): Pick<TimedRow, 'microsecondsPerObjectAndIntent'> {
  if (bare === undefined || tool.judges === 'schemas') return {};
  const more = seconds - bare.processorSeconds.median;
  return { microsecondsPerObjectAndIntent: round((more * 1e6) / (corpus.objects * intents.length), 1) };
}

function phasesOf({ output }: Task): Pick<TimedRow, 'phases'> {
  const path = `${output}.phases`;
  if (!existsSync(path)) return {};
  const phases = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, number>>;
  return { phases: Object.fromEntries(Object.entries(phases).map(([name, value]) => [name, round(value)])) };
}
