import type { StepOutcome } from '../run/step-outcome';

/** Begins a run: which assembly, and every step that it intends, in order. */
export interface RunEntry {
  readonly kind: 'run';
  readonly run: number;
  readonly at: string;
  readonly environment: string;
  readonly assemblyDigest: string;
  /** Digest of the review that was approved.
   * @default - the same assembly was deployed before
   */
  readonly review?: string | undefined;
  readonly steps: readonly string[];
}

/** Written before a step touches anything. */
export interface BeginEntry {
  readonly kind: 'begin';
  readonly run: number;
  readonly at: string;
  readonly step: string;
}

/** Written after a step ended, well or not. */
export interface EndEntry {
  readonly kind: 'end';
  readonly run: number;
  readonly at: string;
  readonly step: string;
  readonly outcome: StepOutcome;
}

/** The health of the clusters that a wave touched. */
export interface HealthEntry {
  readonly kind: 'health';
  readonly run: number;
  readonly at: string;
  readonly wave: string;
  readonly healthy: boolean;
  /** What is not healthy, a line each. */
  readonly against: readonly string[];
}

/** Ends a run; a run without it was interrupted. */
export interface FinishEntry {
  readonly kind: 'finish';
  readonly run: number;
  readonly at: string;
  readonly result: 'converged' | 'stopped';
}

/** Objects that were taken away, or that are no longer ours to keep. */
export interface RemovedEntry {
  readonly kind: 'removed';
  readonly run: number;
  readonly at: string;
  readonly target: string;
  readonly mode: 'retire' | 'orphan' | 'destroy';
  readonly objects: readonly string[];
}

/** Which cluster a name stands for from here on, written before anything is brought there. */
export interface ClusterEntry {
  readonly kind: 'cluster';
  readonly run: number;
  readonly at: string;
  readonly cluster: string;
  /** Uid of its namespace `kube-system`. */
  readonly uid: string;
}

/** One line of a journal. */
export type JournalEntry = RunEntry | BeginEntry | EndEntry | HealthEntry | FinishEntry | RemovedEntry | ClusterEntry;

const kinds: ReadonlySet<unknown> = new Set([
  'run',
  'begin',
  'end',
  'health',
  'finish',
  'removed',
  'cluster',
] satisfies JournalEntry['kind'][]);

/** Whether a value read from a journal is an entry that this program wrote; undefined fields are the reader's to judge. */
export function isJournalEntry(value: unknown): value is JournalEntry {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Readonly<Record<string, unknown>>;
  if (!kinds.has(entry['kind']) || !Number.isSafeInteger(entry['run']) || typeof entry['at'] !== 'string') return false;
  switch (entry['kind']) {
    case 'run':
      return (
        typeof entry['assemblyDigest'] === 'string' &&
        typeof entry['environment'] === 'string' &&
        isTextList(entry['steps'])
      );
    case 'begin':
      return typeof entry['step'] === 'string';
    case 'end':
      return typeof entry['step'] === 'string' && isOutcome(entry['outcome']);
    case 'health':
      return typeof entry['wave'] === 'string' && typeof entry['healthy'] === 'boolean' && isTextList(entry['against']);
    case 'removed':
      return typeof entry['target'] === 'string' && typeof entry['mode'] === 'string' && isTextList(entry['objects']);
    case 'cluster':
      return typeof entry['cluster'] === 'string' && typeof entry['uid'] === 'string';
    default:
      return entry['result'] === 'converged' || entry['result'] === 'stopped';
  }
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isOutcome(value: unknown): value is StepOutcome {
  if (typeof value !== 'object' || value === null || !('state' in value)) return false;
  return value.state === 'done' || value.state === 'failed' || value.state === 'unreached';
}
