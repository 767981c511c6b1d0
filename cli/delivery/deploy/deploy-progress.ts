import { printCount } from '../../../model/print-count';
import type { JournalEntry } from '../../../delivery/journal/journal-entry';
import { addCounts, noCounts, type StepCounts, type StepOutcome } from '../../../delivery/run/step-outcome';
import type { Wave } from '../../../delivery/wave/delivery-step';
import type { Io } from '../../io';
import { Progress } from '../../progress';

/** Tells a person how a deploy comes on: a line that moves for each wave, and one that stays when it ended. */
export class DeployProgress {
  readonly #progress: Progress;
  readonly #waveOf: ReadonlyMap<string, Wave>;
  #wave: Wave | undefined;
  #ended: StepOutcome[] = [];

  public constructor(
    private readonly io: Pick<Io, 'err' | 'terminal' | 'now'>,
    waves: readonly Wave[],
  ) {
    this.#progress = new Progress(io);
    this.#waveOf = new Map(waves.flatMap((wave) => wave.steps.map(({ id }) => [id, wave] as const)));
  }

  /** Takes one entry of the journal. */
  public tell(entry: JournalEntry): void {
    if (entry.kind === 'begin') this.#begin(entry.step);
    if (entry.kind === 'end') this.#end(entry.step, entry.outcome);
    if (entry.kind === 'health' || entry.kind === 'finish') this.#close();
  }

  #begin(step: string): void {
    const wave = this.#waveOf.get(step);
    if (wave === this.#wave) return;
    this.#close();
    this.#wave = wave;
    this.#ended = [];
    this.#progress.step(this.#line());
  }

  #end(step: string, outcome: StepOutcome): void {
    this.#ended.push(outcome);
    if (outcome.state !== 'done') this.io.err(`${this.io.terminal ? '\r\u001b[K' : ''}✘ ${step}: ${outcome.state}\n`);
    this.#progress.show(this.#line());
  }

  #close(): void {
    if (this.#wave === undefined) return;
    const isWell = this.#ended.every(({ state }) => state === 'done');
    if (isWell) this.#progress.done(this.#line());
    else this.#progress.failed(this.#line());
    this.#wave = undefined;
  }

  #line(): string {
    const { created, changed, unchanged } = this.#counts();
    const steps = `${this.#ended.length} of ${printCount(this.#wave?.steps.length ?? 0, 'step')}`;
    return `${(this.#wave?.name ?? '').padEnd(11)} ${steps}, ${created} created, ${changed} changed, ${unchanged} unchanged`;
  }

  #counts(): StepCounts {
    return addCounts(this.#ended.map((one) => (one.state === 'unreached' ? noCounts : one.counts)));
  }
}
