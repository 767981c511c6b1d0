import { parseQuantity } from '../../../resources/quantity';
import type { JsonValue } from '../../../resources/resource';
import { fieldNames, type FieldPath } from './field-path';

/** Maps of quantities, by the name of the field that holds them. */
const QUANTITY_MAPS = new Set([
  'allocatable',
  'capacity',
  'default',
  'defaultRequest',
  'hard',
  'limits',
  'max',
  'maxLimitRequestRatio',
  'min',
  'overhead',
  'podFixed',
  'requests',
  'used',
]);

/** Single quantities. */
const QUANTITIES = new Set(['divisor', 'sizeLimit', 'storage']);

/** Fields of the type IntOrString: a number and its digits mean the same. */
const INT_OR_STRING = new Set(['maxSurge', 'maxUnavailable', 'minAvailable', 'port', 'targetPort']);

/** What floating point may lose of a quantity. */
const TOLERANCE = 1e-9;

/** Whether two plain values mean the same to Kubernetes at this place: quantities, and numbers written as text. */
export function isSameValue(want: JsonValue, got: JsonValue, path: FieldPath): boolean {
  if (want === got) return true;
  const names = fieldNames(path);
  const last = names.at(-1) ?? '';
  if (INT_OR_STRING.has(last)) return isPlain(want) && isPlain(got) && `${want}` === `${got}`;
  if (!QUANTITIES.has(last) && !QUANTITY_MAPS.has(names.at(-2) ?? '')) return false;
  const [a, b] = [parseQuantity(want), parseQuantity(got)];
  return a !== undefined && b !== undefined && Math.abs(a - b) <= TOLERANCE * Math.max(a, b);
}

function isPlain(value: JsonValue): value is string | number {
  return typeof value === 'number' || typeof value === 'string';
}
