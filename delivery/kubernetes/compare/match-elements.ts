import { canonicalJson } from '../../../model/canonical-json';
import { isObject } from '../../../resources/json-path';
import type { JsonValue } from '../../../resources/resource';
import type { PathStep } from './field-path';
import type { ListType } from './holders';

/** The elements of two lists, brought together. */
export interface MatchedElements {
  readonly pairs: readonly { readonly step: PathStep; readonly want: JsonValue; readonly got: JsonValue | undefined }[];
  /** Whether the wanted elements stand in the wanted order; in a set there is none. */
  readonly isInOrder: boolean;
  /** Elements that only the live list has. */
  readonly extras: readonly { readonly step: PathStep; readonly got: JsonValue }[];
}

/** How the list is merged, and by which keys. */
export interface Merging {
  readonly type: ListType;
  readonly keyNames: readonly string[];
}

/** Finds for each wanted element the live one that it means. */
export function matchElements(
  want: readonly JsonValue[],
  got: readonly JsonValue[],
  { type, keyNames }: Merging,
): MatchedElements {
  if (type === 'atomic') return byIndex(want, got);
  const rest = new Set(got.keys());
  const places: number[] = [];
  const pairs = want.map((element) => {
    const at = [...rest].find((index) => means(element, got[index], { type, keyNames }));
    if (at !== undefined && rest.delete(at)) places.push(at);
    const live = at === undefined ? undefined : got[at];
    return { step: stepOf(live ?? element, type, keyNames), want: element, got: live };
  });
  const extras = [...rest].flatMap((index) => {
    const element = got[index];
    return element === undefined ? [] : [{ step: stepOf(element, type, keyNames), got: element }];
  });
  const isInOrder = type === 'set' || places.every((place, index) => place >= (places[index - 1] ?? 0));
  return { pairs, extras, isInOrder };
}

function byIndex(want: readonly JsonValue[], got: readonly JsonValue[]): MatchedElements {
  const pairs = want.map((element, index) => ({ step: { index }, want: element, got: got[index] }));
  const extras = got.slice(want.length).map((element, at) => ({ step: { index: want.length + at }, got: element }));
  return { pairs, extras, isInOrder: true };
}

/** A key that the wanted element leaves out has a default, such as the protocol of a port, and so fits any. */
function means(want: JsonValue, got: JsonValue | undefined, { type, keyNames }: Merging): boolean {
  if (got === undefined) return false;
  if (type === 'set' || !isObject(want) || !isObject(got)) return canonicalJson(want) === canonicalJson(got);
  return keyNames.every((name) => !Object.hasOwn(want, name) || want[name] === got[name]);
}

function stepOf(element: JsonValue, type: ListType, keyNames: readonly string[]): PathStep {
  if (type === 'set' || !isObject(element)) return { value: element };
  const keys = keyNames.flatMap((name) => {
    const value = Object.hasOwn(element, name) ? element[name] : undefined;
    return value === undefined ? [] : [[name, value] as const];
  });
  return { keys: Object.fromEntries(keys) };
}
