import type { JsonObject, JsonValue, Steps } from './resource';

/** The only key of the object that stands for a Terraform expression that can't be told without Terraform. */
export const UNRESOLVED_KEY = 'terraform:unresolved';

/** Stands in a body for a value that only Terraform can tell; rules answer `unknown` where they meet it. */
export function unresolved(expression: string): JsonObject {
  return { [UNRESOLVED_KEY]: expression };
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value stands for a Terraform expression that nobody resolved. */
export function isUnresolved(value: unknown): boolean {
  return isObject(value) && Object.hasOwn(value, UNRESOLVED_KEY);
}

/** Whether a value holds an unresolved Terraform expression at any depth. */
export function hasUnresolved(value: JsonValue | undefined): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).some((one) => hasUnresolved(one));
  const members = value as JsonObject;
  for (const key in members) if (key === UNRESOLVED_KEY || hasUnresolved(members[key])) return true;
  return false;
}

/**
 * The value under these keys and indexes; undefined when a step is missing. Only a value's own members count,
 * so a key such as `constructor` finds nothing that isn't written.
 */
export function valueAt(value: JsonValue | undefined, ...path: Steps): JsonValue | undefined {
  return valueAtPath(value, path);
}

/** The same for keys that stand in a list already. */
export function valueAtPath(value: JsonValue | undefined, path: Steps): JsonValue | undefined {
  let found: JsonValue | undefined = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    const member = (found as Readonly<Record<string | number, unknown>>)[step];
    // What every object inherits is a function, or its prototype; asking for each step whether it is own costs more.
    if (typeof member === 'function' || (step === '__proto__' && !Object.hasOwn(found, step))) return undefined;
    found = member as JsonValue | undefined;
  }
  return found;
}

/** The object under these keys; undefined when there is none or it is something else. */
export function objectAt(value: JsonValue | undefined, ...path: Steps): JsonObject | undefined {
  const found = valueAt(value, ...path);
  return isObject(found) ? found : undefined;
}

/** The list under these keys; empty when there is none or it is something else. */
export function listAt(value: JsonValue | undefined, ...path: Steps): readonly JsonValue[] {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? (found as readonly JsonValue[]) : [];
}

/** The texts of the list under these keys; what isn't a text is left out. */
export function textsAt(value: JsonValue | undefined, ...path: Steps): readonly string[] {
  return listAt(value, ...path).filter((one) => typeof one === 'string');
}

/** The text under these keys; undefined when there is none or it is something else. */
export function textAt(value: JsonValue | undefined, ...path: Steps): string | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

/** The number under these keys; undefined when there is none or it is something else. */
export function numberAt(value: JsonValue | undefined, ...path: Steps): number | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'number' ? found : undefined;
}

/** The truth value under these keys; undefined when there is none or it is something else. */
export function booleanAt(value: JsonValue | undefined, ...path: Steps): boolean | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'boolean' ? found : undefined;
}

/** The texts of a map such as labels, by key, sorted; what isn't a text is left out. */
export function textMapAt(value: JsonValue | undefined, ...path: Steps): ReadonlyMap<string, string> {
  const entries = Object.entries(objectAt(value, ...path) ?? {});
  return new Map(
    entries
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}
