import type { JournalEntry } from '../journal/journal-entry';
import type { DeliveryStep, Wave } from '../wave/delivery-step';
import type { StepOutcome } from './step-outcome';

/** What one wave of a run needs. */
export interface WaveOptions {
  readonly run: number;
  readonly done: ReadonlySet<string>;
  readonly parallel: number;
  /** Failures after which no new step starts. */
  readonly failuresLeft: number;
  readonly now: () => string;
  readonly record: (entry: JournalEntry) => void;
  readonly runStep: (step: DeliveryStep) => Promise<StepOutcome>;
  /** @default - nobody can ask to stop */
  readonly stopAsked?: () => boolean;
}

/** How the steps of a wave ended. */
export interface WaveResult {
  /** Steps that ran now, in the order in which they ended. */
  readonly outcomes: ReadonlyMap<string, StepOutcome>;
  readonly failures: number;
  /** Steps that were not begun: one before them failed, too many failed, or a person asked to stop. */
  readonly notStarted: readonly string[];
  /** Whether steps were held back because too many failed or a person asked to stop. */
  readonly held: boolean;
}

/**
 * Runs the steps of one wave, as many at once as allowed, each as soon as those before it ended well. When the journal
 * can't be written any more nothing new begins, what runs is waited for, and the error is thrown.
 */
export async function runWave(wave: Wave, options: WaveOptions): Promise<WaveResult> {
  const waiting = new Map(wave.steps.filter(({ id }) => !options.done.has(id)).map((step) => [step.id, step]));
  const ended = new Set(options.done);
  const outcomes = new Map<string, StepOutcome>();
  const running = new Map<string, Promise<void>>();
  let failures = 0;

  const run = async (step: DeliveryStep): Promise<void> => {
    const outcome = await options.runStep(step);
    outcomes.set(step.id, outcome);
    options.record({ kind: 'end', run: options.run, at: options.now(), step: step.id, outcome });
    if (outcome.state === 'done') ended.add(step.id);
    else failures += 1;
  };
  const start = (step: DeliveryStep): void => {
    options.record({ kind: 'begin', run: options.run, at: options.now(), step: step.id });
    waiting.delete(step.id);
    running.set(
      step.id,
      run(step).finally(() => running.delete(step.id)),
    );
  };
  const mayStart = (): boolean => failures <= options.failuresLeft && options.stopAsked?.() !== true;

  try {
    for (;;) {
      for (const step of waiting.values()) {
        if (!mayStart() || running.size >= options.parallel) break;
        if (step.after.every((before) => ended.has(before))) start(step);
      }
      if (running.size === 0) break;
      await Promise.race(running.values());
    }
  } finally {
    await Promise.allSettled(running.values());
  }
  const notStarted = [...waiting.keys()];
  return { outcomes, failures, notStarted, held: notStarted.length > 0 && !mayStart() };
}
