import { canonicalJson } from '../../../model/canonical-json';
import { changeItems, changeMembers } from '../../json-change';
import { isObject, unresolved } from '../../json-path';
import type { JsonObject, JsonValue } from '../../resource';

/** The only key of the object that stands for a secret; its value lets two secrets be compared, and is never given out. */
const SECRET_KEY = 'terraform:secret';

/** The expression of a value that is known only once it is applied. */
export const KNOWN_AFTER_APPLY = 'known after apply';

/** The trees that tell which values of an object aren't known yet, and which are secrets. */
export interface Marks {
  /** @default - all is known */
  readonly unknown?: JsonValue | undefined;
  /** @default - nothing is secret */
  readonly sensitive?: JsonValue | undefined;
}

/** Puts a mark in the place of each value that isn't known yet and of each secret. */
export function markValues(values: JsonObject, { unknown, sensitive }: Marks): JsonObject {
  const marked = mark(mark(values, sensitive, hide), unknown, () => unresolved(KNOWN_AFTER_APPLY));
  return isObject(marked) ? marked : {};
}

/** Whether a value stands for a secret. */
export function isSecret(value: JsonValue | undefined): boolean {
  return isObject(value) && Object.hasOwn(value, SECRET_KEY);
}

/** The same value with something else in the place of each secret; by default, that it is one. */
export function withoutSecrets(value: JsonValue, standIn: JsonValue = { [SECRET_KEY]: 'redacted' }): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return changeItems(value as readonly JsonValue[], (one) => withoutSecrets(one, standIn));
  return isSecret(value) ? standIn : changeMembers(value as JsonObject, (one) => withoutSecrets(one, standIn));
}

function hide(value: JsonValue | undefined): JsonValue {
  return { [SECRET_KEY]: canonicalJson(value ?? null) };
}

type Change = (value: JsonValue | undefined) => JsonValue;

/**
 * Changes each value that the tree marks with `true`; the tree may name fields that the value doesn't have yet. Where
 * it is of another shape than the value, nobody can tell which part it marks, so all of it is changed.
 */
function mark(value: JsonValue | undefined, tree: JsonValue | undefined, change: Change): JsonValue | undefined {
  if (tree === true) return change(value);
  if (typeof tree !== 'object' || tree === null) return value;
  if (Array.isArray(tree)) return markList(value, tree as readonly JsonValue[], change);
  if (value !== undefined && value !== null && !isObject(value)) return change(value);
  const own = value ?? {};
  const changed = Object.entries(tree).flatMap(([key, marks]: [string, JsonValue]) => {
    const before = Object.hasOwn(own, key) ? own[key] : undefined;
    const made = mark(before, marks, change);
    return made === undefined || made === before ? [] : [[key, made] as const];
  });
  return changed.length === 0 ? value : { ...own, ...Object.fromEntries(changed) };
}

function markList(value: JsonValue | undefined, tree: readonly JsonValue[], change: Change): JsonValue | undefined {
  if (value !== undefined && value !== null && !Array.isArray(value)) return change(value);
  const own = (value ?? []) as readonly JsonValue[];
  const count = Math.max(own.length, tree.length);
  const made = Array.from({ length: count }, (_, index) => mark(own[index], tree[index], change) ?? null);
  if (value === undefined && made.every((one) => one === null)) return undefined;
  return made.length === own.length && made.every((one, index) => one === own[index]) ? own : made;
}
