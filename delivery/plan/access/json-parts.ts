import { canonicalJson } from '../../../model/canonical-json';
import type { JsonObject, JsonValue } from '../../../resources/resource';

/** The value at keys of nested objects; undefined where the way ends. */
export function at(body: JsonValue | undefined, ...keys: readonly string[]): JsonValue | undefined {
  return keys.reduce<JsonValue | undefined>((value, key) => (isObject(value) ? value[key] : undefined), body);
}

/** The items of a list; of anything else none. */
export function items(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [];
}

/** The texts of a list. */
export function texts(value: JsonValue | undefined): readonly string[] {
  return items(value).filter((one) => typeof one === 'string');
}

/** Whether a value is a JSON object. */
export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether two values are the same data; absent is not null. */
export function same(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  return a === undefined || b === undefined ? a === b : canonicalJson(a) === canonicalJson(b);
}

/** The items of the second list that the first has not. */
export function added(before: readonly JsonValue[], after: readonly JsonValue[]): readonly JsonValue[] {
  const known = new Set(before.map((one) => canonicalJson(one)));
  return after.filter((one) => !known.has(canonicalJson(one)));
}
