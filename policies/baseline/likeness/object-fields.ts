import type { JsonObject, JsonValue } from '../../../resources/resource';
import type { Neutral } from './neutral';
import { isObject, textAt } from '../../../resources/json-path';

/** Names that place an object and so are its address, not its content. */
const ADDRESS: ReadonlySet<string> = new Set(['metadata.name', 'metadata.namespace']);

/**
 * What an object says, leaf by leaf: text by path, such as `spec.egress[0].toPorts[0].ports`. A list of values, or of
 * objects with one key each, is one leaf in which the order says nothing; members of other lists are told apart by
 * their names where all have one: `extraArgs[profiling].value`.
 */
export function objectFields(body: JsonObject, neutral: Neutral): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const visit = (value: JsonValue, path: string): void => {
    if (ADDRESS.has(path)) return;
    const members = isObject(value) ? Object.entries(value) : [];
    if (isObject(value) && members.length > 0) {
      for (const [key, member] of members) visit(member, path === '' ? key : `${path}.${key}`);
    } else if (Array.isArray(value) && !isPlainList(value)) {
      for (const [key, member] of keyed(value)) visit(member, `${path}[${key}]`);
    } else fields.set(path, leafText(value, neutral));
  };
  visit(body, '');
  return fields;
}

/** Members of a list by their names when all have one of their own; else by their place. */
function keyed(list: readonly JsonValue[]): readonly (readonly [string, JsonValue])[] {
  const names = list.map((one) => textAt(one, 'name'));
  const isNamed = new Set(names).size === list.length && !names.includes(undefined);
  return list.map((one, index) => [(isNamed ? names[index] : undefined) ?? String(index), one]);
}

function isPlainList(list: readonly JsonValue[]): boolean {
  return list.every((one) => !Array.isArray(one) && (!isObject(one) || Object.keys(one).length === 1));
}

function leafText(value: JsonValue, neutral: Neutral): string {
  if (typeof value === 'string') return neutral.text(value);
  if (!Array.isArray(value)) return JSON.stringify(value);
  const members = (value as readonly JsonValue[]).map((one) => neutral.text(JSON.stringify(one)));
  return `[${members.toSorted().join(',')}]`;
}
