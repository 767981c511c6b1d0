import { unresolved, valueAt } from '../../json-path';
import type { JsonObject, JsonValue } from '../../resource';

/** How many references may lead on to another one. */
const HOPS_MAX = 8;

/**
 * Replaces Terraform expressions in a text: a reference to a literal of the same file by that literal. What
 * only Terraform can tell makes the whole text unresolved.
 */
export function resolveText(text: string, resources: JsonObject, hops = 0): JsonValue {
  if (!text.includes('${') && !text.includes('%{')) return text;
  const whole = /^\$\{([^{}]*)\}$/.exec(text)?.[1];
  if (whole !== undefined) return lookUp(whole, resources, hops) ?? unresolved(text);
  let isKnown = true;
  const replaced = text.replaceAll(/\$\$\{|%%\{|\$\{[^{}]*\}|\$\{|%\{/g, (found) => {
    if (found === '$${' || found === '%%{') return found.slice(1);
    const value = found.endsWith('}') ? lookUp(found.slice(2, -1), resources, hops) : undefined;
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    isKnown = false;
    return '';
  });
  return isKnown ? replaced : unresolved(text);
}

/** The literal at `type.name.path`, where single blocks may be written as an object or as a list of one. */
function lookUp(expression: string, resources: JsonObject, hops: number): JsonValue | undefined {
  const [type, name, ...path] = expression
    .trim()
    .replaceAll(/\[(\d+)\]/g, '.$1')
    .split('.');
  if (type === undefined || name === undefined || path.length === 0 || hops >= HOPS_MAX) return undefined;
  const found = step(
    valueAt(resources, type, name),
    path.length === 1 && path[0] === 'id' ? ['metadata', '0', 'name'] : path,
  );
  if (typeof found === 'string') return resolveText(found, resources, hops + 1);
  return typeof found === 'number' || typeof found === 'boolean' ? found : undefined;
}

function step(value: JsonValue | undefined, path: readonly string[]): JsonValue | undefined {
  const [key, ...rest] = path;
  if (key === undefined || value === undefined) return value;
  if (!/^\d+$/.test(key)) return step(valueAt(value, key), rest);
  return step(Array.isArray(value) ? valueAt(value, Number(key)) : key === '0' ? value : undefined, rest);
}
