import { isObject } from '../../../../resources/json-path';
import type { JsonObject, JsonValue } from '../../../../resources/resource';

/** How many smaller objects are tried. */
const TRIES_MAX = 2_000;

/** The object with every part taken away that the question doesn't need; what names an object stays. */
export function shrinkObject(object: JsonObject, isStillSo: (smaller: JsonObject) => boolean): JsonObject {
  let tries = 0;
  const tried = (smaller: JsonObject): boolean => {
    tries += 1;
    return tries <= TRIES_MAX && isStillSo(smaller);
  };
  let [found, before]: [JsonObject, JsonObject | undefined] = [object, undefined];
  // A part may stand only because of another that went after it.
  while (found !== before) {
    before = found;
    found = onePass(found, tried);
  }
  return found;
}

type Step = string | number;

function onePass(object: JsonObject, isStillSo: (smaller: JsonObject) => boolean): JsonObject {
  let found = object;
  const visit = (path: readonly Step[]): void => {
    const value = valueOf(found, path);
    const steps: readonly Step[] = Array.isArray(value)
      ? value.map((_, index) => index).toReversed()
      : isObject(value)
        ? Object.keys(value).toReversed()
        : [];
    for (const step of steps) {
      const inner = [...path, step];
      if (isNaming(inner)) continue;
      const smaller = without(found, inner);
      if (isObject(smaller) && isStillSo(smaller)) found = smaller;
      else visit(inner);
    }
  };
  visit([]);
  return found;
}

/** What an object is called by. */
function isNaming(path: readonly Step[]): boolean {
  return ['apiVersion', 'kind', 'metadata/name', 'metadata/namespace', 'metadata'].includes(path.join('/'));
}

function valueOf(value: JsonValue, path: readonly Step[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((found, step) => memberOf(found, step), value);
}

function memberOf(value: JsonValue | undefined, step: Step): JsonValue | undefined {
  if (Array.isArray(value)) return typeof step === 'number' ? (value as readonly JsonValue[])[step] : undefined;
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

function without(value: JsonValue, [step, ...rest]: readonly Step[]): JsonValue {
  if (step === undefined) return value;
  const inner = rest.length === 0 ? undefined : without(memberOf(value, step) ?? null, rest);
  if (Array.isArray(value)) {
    const list = value as readonly JsonValue[];
    return inner === undefined ? list.toSpliced(Number(step), 1) : list.with(Number(step), inner);
  }
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([key]) => key !== step || inner !== undefined);
  return Object.fromEntries(entries.map(([key, member]) => [key, key === step ? (inner ?? null) : member]));
}
