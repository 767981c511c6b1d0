import type { JsonObject, JsonValue } from '../../../../resources/resource';

/** Where something stands in a JSON value: keys of objects and numbers of lists. */
export type Path = readonly (string | number)[];

/** The value at a path; undefined where there is none. */
export function at(value: JsonValue | undefined, path: Path): JsonValue | undefined {
  let found = value;
  for (const key of path) found = (found as Readonly<Record<string | number, JsonValue>> | undefined)?.[key];
  return found;
}

/** The list at a path; empty where there is none. */
export function listAt(value: JsonValue, path: Path): readonly JsonValue[] {
  const found = at(value, path);
  return Array.isArray(found) ? (found as readonly JsonValue[]) : [];
}

/** The object at a path; empty where there is none. */
export function objectAt(value: JsonValue, path: Path): JsonObject {
  const found = at(value, path);
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as JsonObject) : {};
}

/** The text or number at a path, as a text; empty where there is none. */
export function textAt(value: JsonValue | undefined, path: Path): string {
  const found = at(value, path);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}

/** The labels at a path: texts under their keys. */
export function labelsAt(value: JsonValue | undefined, path: Path): Readonly<Record<string, string>> {
  const found = objectAt(value ?? {}, path);
  return Object.fromEntries(Object.keys(found).map((key) => [key, textAt(found, [key])]));
}

/** The same value with another one at a path, or without it where it is undefined; the rest is shared. */
export function edit<T extends JsonValue>(value: T, path: Path, by: JsonValue | undefined): T {
  const [key, ...rest] = path;
  if (key === undefined) return by as T;
  const next = rest.length === 0 ? by : edit(at(value, [key]) ?? {}, rest, by);
  if (Array.isArray(value)) {
    const items = value as readonly JsonValue[];
    return items.flatMap((one, index) =>
      index === key ? (next === undefined ? [] : [next]) : [one],
    ) as JsonValue as T;
  }
  const { [key]: _, ...others } = value as JsonObject;
  return (next === undefined ? others : { ...(value as JsonObject), [key]: next }) as T;
}

/** The same value without an entry of a list, and without the list once nothing is left of it. */
export function takeOut<T extends JsonValue>(value: T, list: Path, index: number): T {
  return listAt(value, list).length === 1 ? edit(value, list, undefined) : edit(value, [...list, index], undefined);
}

/** The same value with one more entry at the end of a list, which may not be there yet. */
export function append<T extends JsonValue>(value: T, list: Path, entry: JsonValue): T {
  return edit(value, list, [...listAt(value, list), entry]);
}
