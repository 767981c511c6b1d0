/** A field of an answer; undefined when there is none. */
export function fieldOf(value: unknown, ...path: readonly string[]): unknown {
  let found = value;
  for (const name of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name)) return undefined;
    found = Reflect.get(found, name);
  }
  return found;
}

/** A list in an answer; empty when there is none. */
export function itemsOf(body: unknown, name = 'items'): readonly unknown[] {
  const items = fieldOf(body, name);
  return Array.isArray(items) ? items : [];
}
