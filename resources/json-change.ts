import type { JsonObject, JsonValue } from './resource';

/** The list with each item changed; the list itself where nothing changes, since most of what is read stays as it is. */
export function changeItems(list: readonly JsonValue[], change: (item: JsonValue) => JsonValue): readonly JsonValue[] {
  const made = list.map(change);
  return made.every((one, index) => one === list[index]) ? list : made;
}

/** The object with each value changed, or left out where the change gives none; itself where nothing changes. */
export function changeMembers(object: JsonObject, change: (member: JsonValue) => JsonValue | undefined): JsonObject {
  let isSame = true;
  const made: [string, JsonValue][] = [];
  for (const key of Object.keys(object)) {
    const before = object[key];
    if (before === undefined) continue;
    const after = change(before);
    if (after !== before) isSame = false;
    if (after !== undefined) made.push([key, after]);
  }
  return isSame ? object : Object.fromEntries(made);
}
