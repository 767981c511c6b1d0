import { canonicalJson } from '../../../model/canonical-json';
import { isObject } from '../../../resources/json-path';
import type { JsonObject, JsonValue } from '../../../resources/resource';
import type { FieldPath, PathStep } from './field-path';
import { holdersBelow, keyNamesOf, listTypeOf, rootHolders, type Holder } from './holders';
import { managedFieldsOf } from './managed-fields';
import { matchElements, type MatchedElements } from './match-elements';

/** A field that differs between two states of one object on the same server. */
export interface FieldChange {
  readonly path: FieldPath;
  /** @default - not there before */
  readonly before?: JsonValue | undefined;
  /** @default - not there after */
  readonly after?: JsonValue | undefined;
}

/** What the server keeps for itself and changes with every write. */
const BOOKKEEPING = ['creationTimestamp', 'generation', 'managedFields', 'resourceVersion', 'selfLink', 'uid'];

interface Place {
  readonly path: FieldPath;
  readonly holders: readonly Holder[];
  readonly changes: FieldChange[];
}

/**
 * The fields that differ between two states as the same server gives them, so that defaults and spelling are the same;
 * without status and bookkeeping. Elements of lists are brought together as the server merges them.
 */
export function diffServed(before: JsonObject, after: JsonObject): readonly FieldChange[] {
  const changes: FieldChange[] = [];
  const holders = rootHolders([...managedFieldsOf(after), ...managedFieldsOf(before)], new Set());
  diff(contentOf(before), contentOf(after), { path: [], holders, changes });
  return changes;
}

/** An object without its status and what the server keeps for itself. */
export function contentOf(object: JsonObject): JsonObject {
  const { status: _status, metadata, ...rest } = object;
  if (!isObject(metadata)) return rest;
  const kept = Object.entries(metadata).filter(([key]) => !BOOKKEEPING.includes(key));
  return { ...rest, metadata: Object.fromEntries(kept) };
}

function diff(before: JsonValue | undefined, after: JsonValue | undefined, place: Place): void {
  if (isObject(before) && isObject(after)) return diffMaps(before, after, place);
  if (Array.isArray(before) && Array.isArray(after)) return diffLists(before, after, place);
  const isSame = before === after || (before !== undefined && after !== undefined && isEqual(before, after));
  if (!isSame) place.changes.push({ path: place.path, before, after });
  return undefined;
}

function diffMaps(before: JsonObject, after: JsonObject, place: Place): void {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  for (const field of [...fields].toSorted()) {
    diff(ownMember(before, field), ownMember(after, field), stepDown(place, { field }));
  }
}

function diffLists(before: readonly JsonValue[], after: readonly JsonValue[], place: Place): void {
  const { pairs, extras, isInOrder } = bringTogether(before, after, place);
  if (!isInOrder) place.changes.push({ path: place.path, before, after });
  for (const { step, want, got } of pairs) diff(got, want, stepDown(place, step));
  for (const { step, got } of extras) diff(got, undefined, stepDown(place, step));
}

/** In a list that is one value, elements that stand in both are left out before the others are paired in their order. */
function bringTogether(before: readonly JsonValue[], after: readonly JsonValue[], { holders }: Place): MatchedElements {
  const type = listTypeOf(holders);
  if (type !== 'atomic') return matchElements(after, before, { type, keyNames: keyNamesOf(holders) });
  if (before.length === after.length) return matchElements(after, before, { type, keyNames: [] });
  const same = matchElements(after, before, { type: 'set', keyNames: [] });
  const pairs = same.pairs.flatMap(({ want, got }) =>
    got === undefined ? [{ step: { index: after.indexOf(want) }, want, got }] : [],
  );
  const extras = same.extras.map(({ got }) => ({ step: { index: before.indexOf(got) }, got }));
  return { pairs, extras, isInOrder: true };
}

function stepDown({ path, holders, changes }: Place, step: PathStep): Place {
  return { path: [...path, step], holders: holdersBelow(holders, step), changes };
}

function ownMember(object: JsonObject, field: string): JsonValue | undefined {
  return Object.hasOwn(object, field) ? object[field] : undefined;
}

function isEqual(a: JsonValue, b: JsonValue): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
