import { printCount } from '../../model/print-count';
import type { Journal } from '../journal/journal';
import type { JournalEntry } from '../journal/journal-entry';
import type { ClusterIdentity } from '../ledger/known-clusters';
import type { RunProgress } from '../journal/run-history';
import type { DeliveryStep, Wave } from '../wave/delivery-step';
import { LeftBehind } from './left-behind';
import { runWave, type WaveResult } from './run-wave';
import type { StepOutcome } from './step-outcome';

/** What judging the clusters of a wave said. */
export interface WaveHealth {
  readonly healthy: boolean;
  /** What is not healthy, a line each. */
  readonly against: readonly string[];
}

/** What a run needs of its surroundings. */
export interface RunOptions {
  readonly run: number;
  readonly environment: string;
  readonly assemblyDigest: string;
  /** Digest of the review that was approved.
   * @default - the same assembly was deployed before
   */
  readonly review?: string | undefined;
  readonly waves: readonly Wave[];
  /** How far the run got that this one continues.
   * @default - a new run
   */
  readonly continues?: RunProgress | undefined;
  /** Clusters that the journal doesn't know yet, noted before anything is brought there.
   * @default - it knows all
   */
  readonly newClusters?: readonly ClusterIdentity[];
  /** Steps at once. */
  readonly parallel: number;
  /** How many steps may fail before no new one starts. */
  readonly failuresMax: number;
  readonly journal: Pick<Journal, 'append'>;
  readonly now: () => string;
  /** Does a step; never throws for what the outside world does. */
  readonly runStep: (step: DeliveryStep) => Promise<StepOutcome>;
  /** Judges the clusters that a wave touched, with the caller's patience. */
  readonly judgeHealth: (wave: Wave) => Promise<WaveHealth>;
  /** Whether a person asked to stop; steps that run are ended in order.
   * @default - nobody can
   */
  readonly stopAsked?: () => boolean;
  /** Tells a person what happens.
   * @default - nobody is told
   */
  readonly tell?: (entry: JournalEntry) => void;
}

/** How a run ended. */
export interface RunResult {
  readonly result: 'converged' | 'stopped';
  readonly outcomes: ReadonlyMap<string, StepOutcome>;
  /** The wave after which it stopped, and why.
   * @default - it converged
   */
  readonly stopped?: { readonly wave: string; readonly against: readonly string[] } | undefined;
}

/**
 * Runs the waves one after the other. Every step is journalled before it begins and after it ended; a wave begins only
 * when no more than `failuresMax` steps failed and the clusters of the wave before are healthy. A cluster that can't be
 * reached is left behind with all its later waves, so that nothing comes there before what guards it. A continued run
 * judges again every wave that was not found healthy.
 */
export async function runWaves(options: RunOptions): Promise<RunResult> {
  const { run, waves } = options;
  const { doneSteps: done, healthyWaves } = options.continues ?? nothingDone;
  const record = (entry: JournalEntry): void => {
    options.journal.append(entry);
    options.tell?.(entry);
  };
  if (options.continues === undefined) record(runEntry(options));
  for (const one of options.newClusters ?? []) record({ kind: 'cluster', run, at: options.now(), ...one });
  const outcomes = new Map<string, StepOutcome>();
  const finish = (stopped: RunResult['stopped']): RunResult => {
    const result = stopped === undefined ? 'converged' : 'stopped';
    record({ kind: 'finish', run, at: options.now(), result });
    return { result, outcomes, stopped };
  };
  let failures = 0;
  const left = new LeftBehind();
  for (const whole of waves) {
    const wave = left.without(whole);
    const ended = await runWave(wave, { ...options, done, record, failuresLeft: options.failuresMax - failures });
    for (const [step, outcome] of ended.outcomes) outcomes.set(step, outcome);
    failures += ended.failures;
    if (ended.held || failures > options.failuresMax) return finish({ wave: wave.name, against: reasonsOf(ended) });
    left.note(wave, ended);
    const reached = left.without(wave);
    if (reached.steps.length === 0 || (ended.outcomes.size === 0 && healthyWaves.has(wave.name))) continue;
    const health = await options.judgeHealth(reached);
    record({ kind: 'health', run, at: options.now(), wave: wave.name, ...health });
    if (!health.healthy) return finish({ wave: wave.name, against: health.against });
  }
  return finish(
    failures === 0
      ? undefined
      : { wave: waves.at(-1)?.name ?? '', against: [...left.lines(), ...failedSteps(outcomes)] },
  );
}

const nothingDone: RunProgress = { doneSteps: new Set(), healthyWaves: new Set() };

function runEntry({ run, environment, assemblyDigest, review, waves, now }: RunOptions): JournalEntry {
  const steps = waves.flatMap((wave) => wave.steps.map((step) => step.id));
  return { kind: 'run', run, at: now(), environment, assemblyDigest, review, steps };
}

function reasonsOf({ outcomes, notStarted }: WaveResult): readonly string[] {
  const failed = failedSteps(outcomes);
  return notStarted.length === 0
    ? failed
    : [...failed, `${printCount(notStarted.length, 'step was', 'steps were')} not begun`];
}

function failedSteps(outcomes: ReadonlyMap<string, StepOutcome>): readonly string[] {
  return [...outcomes].filter(([, { state }]) => state !== 'done').map(([step]) => `${step} did not end well`);
}
