import { canonicalJson } from '../../../model/canonical-json';
import { isObject, isUnresolved } from '../../../resources/json-path';
import type { JsonObject, JsonValue } from '../../../resources/resource';
import { isSecret } from '../../../resources/read/plan/marked-values';
import type { FieldChange, FieldSide } from './planned-change';

type Path = readonly (string | number)[];

/**
 * The fields in which two objects differ, by path. Of two lists, members that both have are taken away first, so
 * that one added rule is one difference; lists with the same members in another order are one difference as a whole.
 */
export function fieldChanges(before: JsonObject, after: JsonObject): readonly FieldChange[] {
  return compare([], before, after);
}

function compare(path: Path, before: JsonValue | undefined, after: JsonValue | undefined): readonly FieldChange[] {
  if (isWhole(before) || isWhole(after)) return isSame(before, after) ? [] : [difference(path, before, after)];
  if (isObject(before) && isObject(after)) return compareObjects(path, before, after);
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(path, before, after);
  return isSame(before, after) ? [] : [difference(path, before, after)];
}

function compareObjects(path: Path, before: JsonObject, after: JsonObject): readonly FieldChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  return keys.flatMap((key) => compare([...path, key], own(before, key), own(after, key)));
}

function compareLists(path: Path, before: readonly JsonValue[], after: readonly JsonValue[]): readonly FieldChange[] {
  const gone = indexesMissingFrom(before, after);
  const come = indexesMissingFrom(after, before);
  const [from] = gone;
  const [to] = come;
  if (from === undefined && to === undefined) return isSame(before, after) ? [] : [difference(path, before, after)];
  if (gone.length === 1 && come.length === 1 && from !== undefined && to !== undefined) {
    return compare([...path, to], before[from], after[to]);
  }
  return [
    ...gone.map((index) => difference([...path, index], before[index], undefined)),
    ...come.map((index) => difference([...path, index], undefined, after[index])),
  ];
}

/** The places of members of a list that another list doesn't have, each of its members counted once. */
function indexesMissingFrom(list: readonly JsonValue[], other: readonly JsonValue[]): readonly number[] {
  const counts = new Map<string, number>();
  for (const one of other.map(textOf)) counts.set(one, (counts.get(one) ?? 0) + 1);
  return list.flatMap((one, index) => {
    const text = textOf(one);
    const count = counts.get(text) ?? 0;
    counts.set(text, count - 1);
    return count > 0 ? [] : [index];
  });
}

function difference(path: Path, before: JsonValue | undefined, after: JsonValue | undefined): FieldChange {
  return { path, before: side(before), after: side(after) };
}

function side(value: JsonValue | undefined): FieldSide {
  if (value === undefined) return { kind: 'absent' };
  if (isUnresolved(value)) return { kind: 'unknown' };
  return holdsSecret(value) ? { kind: 'redacted' } : { kind: 'value', value };
}

/** A value that holds a secret at any depth isn't shown at all. */
function holdsSecret(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return isSecret(value) || Object.values(value).some((one) => holdsSecret(one));
}

function isWhole(value: JsonValue | undefined): boolean {
  return isUnresolved(value) || isSecret(value);
}

function isSame(before: JsonValue | undefined, after: JsonValue | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  return textOf(before) === textOf(after);
}

function textOf(value: JsonValue): string {
  return canonicalJson(value);
}

function own(value: JsonObject, key: string): JsonValue | undefined {
  return Object.hasOwn(value, key) ? value[key] : undefined;
}
