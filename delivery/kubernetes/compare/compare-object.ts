import type { JsonObject } from '../../../resources/resource';
import { asServed } from './as-served';
import { compareValues } from './compare-values';
import type { FieldDifference } from './field-difference';
import { rootHolders } from './holders';
import { managedFieldsOf } from './managed-fields';

/**
 * Compares a live object with the wanted one, field by field: what the wanted one sets must be there and be ours (`ours`
 * are the names of our field managers). What the server filled in, and so nobody owns, is no difference. How lists merge,
 * and who wrote what, is read from the object's managed fields; its status is left out.
 */
export function compareObject(
  want: JsonObject,
  live: JsonObject,
  ours: ReadonlySet<string>,
): readonly FieldDifference[] {
  const found: FieldDifference[] = [];
  const { status: _status, ...wanted } = asServed(want);
  const { status: _liveStatus, ...got } = live;
  compareValues(wanted, got, { path: [], holders: rootHolders(managedFieldsOf(live), ours), found });
  return found;
}
