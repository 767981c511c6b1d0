import type { JsonValue } from '../../../../resources/resource';

/** How often a function looks at members of a value and of what is in it. */
export function countReads(value: JsonValue, look: (counted: JsonValue) => unknown): number {
  let reads = 0;
  const made = new Map<object, object>();
  const counted = <T>(one: T): T => {
    if (typeof one !== 'object' || one === null) return one;
    const known = made.get(one);
    if (known !== undefined) return known as T;
    const proxy = new Proxy(one, {
      get(target, key, receiver) {
        reads += 1;
        return counted(Reflect.get(target, key, receiver) as unknown);
      },
      has(target, key) {
        reads += 1;
        return Reflect.has(target, key);
      },
      ownKeys(target) {
        const keys = Reflect.ownKeys(target);
        reads += keys.length;
        return keys;
      },
      getOwnPropertyDescriptor(target, key) {
        reads += 1;
        return Reflect.getOwnPropertyDescriptor(target, key);
      },
    });
    made.set(one, proxy);
    return proxy;
  };
  look(counted(value));
  return reads;
}

/** The same value, whose lists have their items again and again until they are this long. */
export function withListsOfLength(value: JsonValue, length: number): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, one]: [string, JsonValue]) => [key, withListsOfLength(one, length)]),
    );
  }
  const items = (value as readonly JsonValue[]).map((one) => withListsOfLength(one, length));
  return items.length === 0
    ? items
    : Array.from({ length }, (_, index) => structuredClone(items[index % items.length] ?? null));
}

/** How many values are in a value, itself among them. */
export function nodesOf(value: JsonValue): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, one: JsonValue) => sum + nodesOf(one), 1);
}
