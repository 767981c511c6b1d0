import type { EndEntry, JournalEntry, RunEntry } from './journal-entry';

/** The last run of a journal as far as it got. */
export interface LastRun {
  readonly run: RunEntry;
  readonly ended: ReadonlyMap<string, EndEntry>;
  /** Steps that began and have no end: what they did is not known. */
  readonly interrupted: readonly string[];
  /** Steps that never began. */
  readonly waiting: readonly string[];
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
    if (entry.kind === 'finish') result = entry.result;
  }
  const waiting = first.steps.filter((step) => !ended.has(step) && !open.has(step));
  return { run: first, ended, interrupted: [...open].toSorted(), waiting, result };
}

/** The steps of a run that ended well, which a resumed run doesn't do again. */
export function doneSteps({ ended }: LastRun): ReadonlySet<string> {
  return new Set([...ended].filter(([, { outcome }]) => outcome.state === 'done').map(([step]) => step));
}
