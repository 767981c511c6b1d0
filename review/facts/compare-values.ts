import { canonicalJson } from '../../model/canonical-json';
import { isObject } from '../../resources/json-path';
import type { JsonObject, JsonValue, Steps } from '../../resources/resource';

/** One value that differs: what stood there and what stands there, either of them undefined where nothing does. */
export interface ValueChange {
  /** @default - nothing stood there */
  readonly before?: JsonValue | undefined;
  /** @default - nothing stands there */
  readonly after?: JsonValue | undefined;
  /** Where it stood before.
   * @default - nowhere
   */
  readonly old?: Steps | undefined;
  /** Where it stands after.
   * @default - nowhere
   */
  readonly now?: Steps | undefined;
}

/** Every smallest difference between two values; items of lists are matched by what they are, not by where they stand. */
export function compareValues(before: JsonValue, after: JsonValue): readonly ValueChange[] {
  return [...changesOf({ value: before, steps: [] }, { value: after, steps: [] })];
}

interface Placed<T extends JsonValue = JsonValue> {
  readonly value: T;
  readonly steps: Steps;
}

function* changesOf(old: Placed, now: Placed): Generator<ValueChange> {
  if (old.value === now.value) return;
  if (isObject(old.value) && isObject(now.value)) {
    yield* ofObjects({ ...old, value: old.value }, { ...now, value: now.value });
  } else if (isList(old.value) && isList(now.value)) {
    yield* ofLists({ ...old, value: old.value }, { ...now, value: now.value });
  } else yield { before: old.value, after: now.value, old: old.steps, now: now.steps };
}

function* ofObjects(old: Placed<JsonObject>, now: Placed<JsonObject>): Generator<ValueChange> {
  for (const key of [...new Set([...Object.keys(old.value), ...Object.keys(now.value)])].toSorted()) {
    yield* ofMembers(memberOf(old, key), memberOf(now, key));
  }
}

function memberOf({ value, steps }: Placed<JsonObject>, key: string): Placed | undefined {
  const member = Object.hasOwn(value, key) ? value[key] : undefined;
  return member === undefined ? undefined : { value: member, steps: [...steps, key] };
}

function* ofMembers(old: Placed | undefined, now: Placed | undefined): Generator<ValueChange> {
  if (old !== undefined && now !== undefined) yield* changesOf(old, now);
  else if (old !== undefined) yield { before: old.value, old: old.steps };
  else if (now !== undefined) yield { after: now.value, now: now.steps };
}

/** Equal items meet first, whatever their order; of the rest those that name themselves alike, then those in the same turn. */
function* ofLists(old: Placed<readonly JsonValue[]>, now: Placed<readonly JsonValue[]>): Generator<ValueChange> {
  const left = withoutEqual(itemsOf(old), itemsOf(now));
  const pairs = pair(left.old, left.now);
  for (const [before, after] of pairs) yield* ofMembers(before, after);
}

function itemsOf({ value, steps }: Placed<readonly JsonValue[]>): readonly Placed[] {
  return value.map((item, index) => ({ value: item, steps: [...steps, index] }));
}

interface Both {
  readonly old: readonly Placed[];
  readonly now: readonly Placed[];
}

function withoutEqual(old: readonly Placed[], now: readonly Placed[]): Both {
  const counts = new Map<string, number>();
  for (const { value } of now) counts.set(canonicalJson(value), (counts.get(canonicalJson(value)) ?? 0) + 1);
  const met = new Map<string, number>();
  const rest = old.filter(({ value }) => {
    const [text, seen] = [canonicalJson(value), met.get(canonicalJson(value)) ?? 0];
    if (seen >= (counts.get(text) ?? 0)) return true;
    met.set(text, seen + 1);
    return false;
  });
  const added = now.filter(({ value }) => {
    const [text, left] = [canonicalJson(value), met.get(canonicalJson(value)) ?? 0];
    if (left === 0) return true;
    met.set(text, left - 1);
    return false;
  });
  return { old: rest, now: added };
}

type Pair = readonly [Placed | undefined, Placed | undefined];

function pair(old: readonly Placed[], now: readonly Placed[]): readonly Pair[] {
  const open = [...now];
  const take = (is: (one: Placed) => boolean): Placed | undefined => {
    const index = open.findIndex(is);
    return index === -1 ? undefined : open.splice(index, 1)[0];
  };
  const named = old.map((one): Pair => {
    const name = nameOf(one.value);
    return [one, name === undefined ? undefined : take(({ value }) => nameOf(value) === name)];
  });
  const turned = named.map(([one, partner]): Pair => [
    one,
    partner ?? take(({ value }) => isObject(value) && nameOf(value) === undefined && isObject(one?.value ?? null)),
  ]);
  return [...turned, ...open.map((one): Pair => [undefined, one])];
}

/** Members by which items of fact lists name themselves. */
const NAMES = ['id', 'name', 'code', 'key', 'slot', 'class'];

function nameOf(value: JsonValue): string | undefined {
  if (!isObject(value)) return undefined;
  const named = NAMES.flatMap((key) => {
    const name = value[key];
    return typeof name === 'string' || typeof name === 'number' ? [`${key}=${name}`] : [];
  });
  return named[0];
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
