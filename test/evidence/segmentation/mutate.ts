import type { JsonObject, JsonValue } from '../../../resources/resource';
import type { Chance } from '../../resources/reachability/oracle/chance';

/** A value that differs from one in a single place: what is there becomes something else, goes, comes twice, or changes places. */
export function mutated(value: JsonValue, chance: Chance): JsonValue {
  if (Array.isArray(value)) return mutatedList(value as readonly JsonValue[], chance);
  if (typeof value !== 'object' || value === null) return otherThan(value, chance);
  const members = value as JsonObject;
  const keys = Object.keys(members);
  if (keys.length === 0) return chance.pick<JsonValue>([null, { other: 1 }, 'none']);
  const key = chance.pick(keys);
  if (chance.once(12)) return Object.fromEntries(Object.entries(members).filter(([one]) => one !== key));
  if (chance.once(24)) return { ...members, other: chance.below(9) };
  return { ...members, [key]: mutated(members[key] ?? null, chance) };
}

function mutatedList(values: readonly JsonValue[], chance: Chance): JsonValue {
  const index = chance.below(values.length + 1);
  const one = values[index];
  if (one === undefined) return [...values, values[0] ?? 'more'];
  if (chance.once(12)) return values.toSpliced(index, 1);
  if (chance.once(24)) return values.toSpliced(index, 0, one);
  if (chance.once(24)) return [...values.slice(index), ...values.slice(0, index)];
  return values.with(index, mutated(one, chance));
}

function otherThan(value: null | boolean | number | string, chance: Chance): JsonValue {
  if (typeof value === 'boolean') return chance.pick<JsonValue>([!value, null, 'true']);
  if (typeof value === 'number') return chance.pick<JsonValue>([value + 1, -value, value / 2, String(value)]);
  if (value === null || value === '') return chance.pick<JsonValue>(['some', 0, true]);
  const at = chance.below(value.length);
  const [before, letter = '', behind] = [value.slice(0, at), value[at], value.slice(at + 1)];
  const other = chance.pick([...'0123456789abcz/-.:{'].filter((one) => one !== letter));
  return chance.pick<JsonValue>([before + other + behind, before + behind, before + letter + letter + behind, 7, []]);
}
