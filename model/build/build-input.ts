import type { Divisions } from '../facts/fact-kinds';
import type { KnownFacts } from '../facts/unsound-facts';
import type { Model } from '../model';
import type { FactPath, Problem } from '../problem';

/** All that a model is derived from. */
export interface BuildInput extends KnownFacts {
  /** Name of the environment's folder. */
  readonly environment: string;
  readonly divisions: Divisions;
  /** Ids of the policies that exceptions may name. */
  readonly policyIds: readonly string[];
  /** The model of the last good assembly: what disappears from it needs a removal.
   * @default - nothing was built before
   */
  readonly previous?: Pick<Model, 'tenants' | 'systems'>;
}

/** Takes the problems that a step finds; a step never stops at the first. */
export type Report = (problem: Problem) => void;

/** The five parts of a problem without its place. */
export type Complaint = Omit<Problem, 'at' | 'location'>;

/** Reports a complaint at a fact. */
export function complain(report: Report, at: FactPath, complaint: Complaint): void {
  report({ at, ...complaint });
}

/** Names in a sentence: `a, b or c`, cut after twelve. */
export function listNames(names: Iterable<string>): string {
  const all = [...names].toSorted();
  const shown = all.slice(0, 12);
  const rest = all.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}
