import { isObject } from '../../../resources/json-path';
import type { JsonValue } from '../../../resources/resource';

/**
 * What stands when a patch is laid over a value: objects key by key, lists item by item, null takes away, an empty
 * list empties; undefined when nothing is left.
 */
export function mergePatch(value: JsonValue | undefined, patch: JsonValue | undefined): JsonValue | undefined {
  if (patch === undefined) return value;
  if (patch === null) return undefined;
  if (Array.isArray(patch)) return mergeLists(value, patch as readonly JsonValue[]);
  if (!isObject(patch)) return patch;
  const base = isObject(value) ? value : {};
  const keys = new Set([...Object.keys(base), ...Object.keys(patch)]);
  const merged = [...keys].map((key) => [key, mergePatch(base[key], patch[key])] as const);
  return Object.fromEntries(merged.filter((one): one is [string, JsonValue] => one[1] !== undefined));
}

function mergeLists(value: JsonValue | undefined, patch: readonly JsonValue[]): JsonValue {
  const base = Array.isArray(value) && patch.length > 0 ? (value as readonly JsonValue[]) : [];
  const merged = Array.from({ length: Math.max(base.length, patch.length) }, (_, index) =>
    mergePatch(base[index], patch[index]),
  );
  return merged.filter((one) => one !== undefined);
}
