import type { JsonValue } from '../../../../resources/resource';

type Container = Record<string | number, JsonValue>;

/**
 * Visits a value once for each place in it and each of the values that come to stand there; the value is changed in
 * place and is as before when all were visited.
 */
export function eachPosition(
  value: JsonValue,
  standIns: readonly JsonValue[],
  visit: (bent: JsonValue, where: string) => void,
): void {
  for (const one of standIns) visit(one, 'itself');
  const rest: { readonly container: Container; readonly path: string }[] = isContainer(value)
    ? [{ container: value as Container, path: '' }]
    : [];
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { container, path } = next;
    for (const key of Object.keys(container)) {
      const before = container[key] ?? null;
      for (const one of standIns) {
        container[key] = one;
        visit(value, `${path}.${key}`);
      }
      container[key] = before;
      if (isContainer(before)) rest.push({ container: before as Container, path: `${path}.${key}` });
    }
  }
}

function isContainer(value: JsonValue): value is Extract<JsonValue, object> {
  return typeof value === 'object' && value !== null;
}
