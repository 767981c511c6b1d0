import { isObject } from '../../../resources/json-path';
import type { JsonObject, JsonValue } from '../../../resources/resource';
import type { ClaimStep } from '../reads/claims';

/** What comes to stand at a place: a value, or nothing. */
export type Change = (found: JsonValue | undefined) => JsonValue | undefined;

/** How a change meets the items of a list: the first alone, or a copy of the first that is added. */
export type Spread = 'first' | 'added';

/**
 * A value with a change at a place; what is missing on the way is made. The input stays as it is.
 */
export function changeAt(
  value: JsonValue | undefined,
  [step, ...rest]: readonly ClaimStep[],
  { change, spread }: { readonly change: Change; readonly spread: Spread },
): JsonValue | undefined {
  if (step === undefined) return change(value);
  const next = (inner: JsonValue | undefined): JsonValue | undefined => changeAt(inner, rest, { change, spread });
  if ('key' in step) return withMember(isObject(value) ? value : {}, step.key, next);
  if (step.any === 'item') return withItem(Array.isArray(value) ? (value as readonly JsonValue[]) : [], spread, next);
  const map = isObject(value) ? value : {};
  const key = Object.keys(map)[0] ?? 'key';
  return withMember(map, spread === 'first' ? key : `${key}-added`, () => next(map[key]));
}

function withMember(of: JsonObject, key: string, change: Change): JsonObject {
  const { [key]: found, ...others } = of;
  const changed = change(found);
  return changed === undefined ? others : { ...others, [key]: changed };
}

function withItem(list: readonly JsonValue[], spread: Spread, change: Change): JsonValue {
  const changed = change(list[0]);
  if (changed === undefined) return spread === 'first' ? list.slice(1) : list;
  return spread === 'first' ? [changed, ...list.slice(1)] : [...list, renamed(changed)];
}

/** Lists that go by names hold none twice. */
function renamed(item: JsonValue): JsonValue {
  const name = isObject(item) ? item['name'] : undefined;
  return isObject(item) && typeof name === 'string' ? { ...item, name: `${name}-added` } : item;
}
