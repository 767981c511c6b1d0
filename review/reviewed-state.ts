import type { PolicyResult } from '../policies/evaluation';
import type { StatedRules } from '../policies/engine/diff/stated/stated-rules';
import type { AssemblyView } from '../resources/view/assembly-view';
import type { StatedFinding } from './findings/finding-changes';

/** An assembly as a review takes it: read, and judged by the gate. */
export interface ReviewedState {
  readonly view: AssemblyView;
  /** Digest of the bundle of the rules that judged it. */
  readonly rules: string;
  /** What these rules say.
   * @default - nobody kept them
   */
  readonly stated?: StatedRules | undefined;
  /** Everything that the gate found. */
  readonly findings: readonly StatedFinding[];
  /** What rules said of each object.
   * @default - nobody kept it
   */
  readonly verdicts?: KeptVerdicts | undefined;
}

/** What rules said of one assembly, passes too. */
export interface KeptVerdicts {
  /** The rules by which it passed, where those are others than now.
   * @default - they are the same, or nobody kept what they said
   */
  readonly ofThen?: readonly PolicyResult[] | undefined;
  /** The rules of now. */
  readonly ofNow: readonly PolicyResult[];
}
