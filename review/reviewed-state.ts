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
}
