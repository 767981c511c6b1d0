import type { PolicyException } from '../../model/model';
import type { Evaluation, NamedPolicy } from '../../policies/evaluation';
import type { PointFinding } from '../points/live-report';
import type { ObjectsContext } from '../../policies/define-policy';

/** What a gate judged: everything that a format for machines needs. */
export interface Judged {
  readonly evaluation: Evaluation;
  /** Every policy that was applied, or would have been. */
  readonly policies: readonly NamedPolicy<ObjectsContext>[];
  readonly exceptions: readonly PolicyException[];
  /** What stands against rules where an assembly runs.
   * @default - no cluster was asked
   */
  readonly live?: readonly PointFinding[] | undefined;
}
