/** How many objects of a step met which end. */
export interface StepCounts {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
}

/** One reason why a step did not end well. */
export interface StepTrouble {
  /** Stable kebab-case identity: `admission-refused`, `conflict`, `state-locked`, …. */
  readonly code: string;
  /** The object or address that it is about; the cluster when it is about all. */
  readonly subject: string;
  /** What happened, one sentence, no secret. */
  readonly what: string;
  readonly next: string;
}

/** How a step ended. `unreached` says that nothing is known of the cluster, never that something is gone. */
export type StepOutcome =
  | { readonly state: 'done'; readonly counts: StepCounts }
  | { readonly state: 'failed'; readonly counts: StepCounts; readonly troubles: readonly StepTrouble[] }
  | { readonly state: 'unreached'; readonly troubles: readonly StepTrouble[] };

/** Counts of nothing. */
export const noCounts: StepCounts = { created: 0, changed: 0, unchanged: 0 };

/** The sum of counts. */
export function addCounts(all: readonly StepCounts[]): StepCounts {
  const sum = (key: keyof StepCounts): number => all.reduce((total, one) => total + one[key], 0);
  return { created: sum('created'), changed: sum('changed'), unchanged: sum('unchanged') };
}
