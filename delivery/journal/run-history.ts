import type { EndEntry, JournalEntry, RunEntry } from './journal-entry';

/** The last run of a journal as far as it got. */
export interface LastRun {
  readonly run: RunEntry;
  readonly ended: ReadonlyMap<string, EndEntry>;
  /** Steps that began and have no end: what they did is not known. */
  readonly interrupted: readonly string[];
  /** Steps that never began. */
  readonly waiting: readonly string[];
  /** Waves after which the clusters were healthy. */
  readonly healthyWaves: ReadonlySet<string>;
  /** @default - it was interrupted */
  readonly result?: 'converged' | 'stopped' | undefined;
}

/** What the journal says of the last run; undefined when there was none. A resumed run keeps its number. */
export function lastRunOf(entries: readonly JournalEntry[]): LastRun | undefined {
  const begun = entries.filter((one): one is RunEntry => one.kind === 'run');
  const first = begun.at(-1);
  if (first === undefined) return undefined;
  const ofRun = entries.slice(entries.indexOf(first));
  const ended = new Map<string, EndEntry>();
  const open = new Set<string>();
  const healthyWaves = new Set<string>();
  let result: LastRun['result'];
  for (const entry of ofRun) {
    if (entry.kind === 'begin') {
      open.add(entry.step);
      result = undefined;
    }
    if (entry.kind === 'end') {
      open.delete(entry.step);
      ended.set(entry.step, entry);
    }
    if (entry.kind === 'health' && entry.healthy) healthyWaves.add(entry.wave);
    if (entry.kind === 'finish') result = entry.result;
  }
  const waiting = first.steps.filter((step) => !ended.has(step) && !open.has(step));
  return { run: first, ended, interrupted: [...open].toSorted(), waiting, healthyWaves, result };
}

/** The assemblies that runs began with, the last one first, each once, at most so many. */
export function lastAssembliesOf(entries: readonly JournalEntry[], count: number): readonly string[] {
  const digests = entries.flatMap((one) => (one.kind === 'run' ? [one.assemblyDigest] : []));
  return [...new Set(digests.toReversed())].slice(0, count);
}

/** What of a run needs not be done again when it is continued. */
export interface RunProgress {
  /** Steps that ended well. */
  readonly doneSteps: ReadonlySet<string>;
  /** Waves that were judged healthy. */
  readonly healthyWaves: ReadonlySet<string>;
}

/** How far a run got. */
export function progressOf({ ended, healthyWaves }: LastRun): RunProgress {
  const done = [...ended].filter(([, { outcome }]) => outcome.state === 'done').map(([step]) => step);
  return { doneSteps: new Set(done), healthyWaves };
}
