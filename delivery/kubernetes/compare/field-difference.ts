import type { JsonValue } from '../../../resources/resource';
import type { FieldPath } from './field-path';
import type { FieldManager } from './managed-fields';

/**
 * How a field of a live object departs from the wanted one:
 * `changed` has another value, `absent` isn't there, `taken` is as wanted but another's and no longer ours, `left` is
 * ours although no longer wanted, `added` was put by another into something that is ours.
 */
export type Divergence = 'changed' | 'absent' | 'taken' | 'left' | 'added';

/** One field of a live object that isn't as it should be. */
export interface FieldDifference {
  readonly path: FieldPath;
  readonly divergence: Divergence;
  /** @default - not wanted */
  readonly want?: JsonValue | undefined;
  /** @default - not there */
  readonly got?: JsonValue | undefined;
  /** Who has it now, other than us; empty when the server doesn't say. */
  readonly owners: readonly FieldManager[];
}
