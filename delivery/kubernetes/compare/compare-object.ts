import { textAt } from '../../../resources/json-path';
import type { JsonObject } from '../../../resources/resource';
import { asServed } from './as-served';
import { compareValues, type Findings } from './compare-values';
import { rootHolders } from './holders';
import { managedFieldsOf } from './managed-fields';

/**
 * Compares a live object with the wanted one, field by field: what the wanted one sets must be there and be ours (`ours`
 * are the names of our field managers). What the server filled in, and so nobody owns, is no difference. How lists merge,
 * and who wrote what, is read from the object's managed fields; its status is left out.
 */
export function compareObject(want: JsonObject, live: JsonObject, ours: ReadonlySet<string>): Findings {
  const found: Findings = { differences: [], isFilled: false };
  const { status: _status, ...wanted } = asServed(want);
  const { status: _liveStatus, ...got } = live;
  const holders = rootHolders(managedFieldsOf(live), ours);
  const isApplied = holders.some(({ isOurs, writer }) => isOurs && writer.operation === 'Apply');
  compareValues(wanted, got, { path: [], holders, isApplied, found });
  const dying = textAt(live, 'metadata', 'deletionTimestamp');
  if (dying !== undefined) {
    const path = [{ field: 'metadata' }, { field: 'deletionTimestamp' }];
    found.differences.push({ path, divergence: 'changed', got: dying, owners: [] });
  }
  return found;
}
