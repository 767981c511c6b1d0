import type { JsonObject, JsonValue } from '../../resource';
import { DEPTH_MAX, findMalformation } from './well-formed';

/** A parsed value, or why there is none. */
export type Parse<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly detail: string };

/** Reads JSON (RFC 8259) and refuses what `JSON.parse` lets pass: keys that stand twice, and boundless nesting. */
export function parseStrictJson(text: string): Parse<JsonValue> {
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  const keys = isContainer(value) ? tryCountKeys(value, 0) : 0;
  const isSuspect = keys === undefined || text.includes('\\u');
  const malformation = isSuspect ? findMalformation(value, text.includes('\\u')) : undefined;
  if (malformation !== undefined) return { ok: false, detail: malformation };
  const duplicate = keys === tryCountKeyMarks(text) ? undefined : findDuplicateKey(text);
  return duplicate === undefined
    ? parsed
    : { ok: false, detail: `the key ${JSON.stringify(duplicate)} stands twice in one object` };
}

function parse(text: string): Parse<JsonValue> {
  try {
    return { ok: true, value: JSON.parse(text) as JsonValue };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const [, position] = /at position (\d+)/.exec(error.message) ?? [];
    return { ok: false, detail: position === undefined ? 'no JSON' : `no JSON: broken at character ${position}` };
  }
}

type Container = Extract<JsonValue, object>;

function isContainer(value: JsonValue): value is Container {
  return typeof value === 'object' && value !== null;
}

/** How many keys the objects of a value have; undefined when it is nested too deeply. */
function tryCountKeys(value: Container, depth: number): number | undefined {
  if (depth > DEPTH_MAX) return undefined;
  let keys = 0;
  // No list is made of the values of each object: there are millions.
  if (Array.isArray(value)) {
    for (const member of value as readonly JsonValue[]) {
      const below = isContainer(member) ? tryCountKeys(member, depth + 1) : 0;
      if (below === undefined) return undefined;
      keys += below;
    }
    return keys;
  }
  const object = value as JsonObject;
  for (const key in object) {
    const member = object[key] ?? null;
    const below = isContainer(member) ? tryCountKeys(member, depth + 1) : 0;
    if (below === undefined) return undefined;
    keys += below + 1;
  }
  return keys;
}

/**
 * How many keys stand in a text that is known to be JSON, or more: a colon behind a quote ends a key, or stands in
 * a string. So as many as the value has means that no key got lost; undefined where a colon stands behind white
 * space, and this way can't tell.
 */
function tryCountKeyMarks(text: string): number | undefined {
  let marks = 0;
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) {
    const before = text[at - 1] ?? '';
    if (before === '"') marks += 1;
    else if (WHITE_SPACE.has(before)) return undefined;
  }
  return marks;
}

const WHITE_SPACE: ReadonlySet<string> = new Set([' ', '\t', '\n', '\r']);

/** The first key that stands twice in one object of a text that is known to be JSON. */
function findDuplicateKey(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '{') open.push(new Set());
    else if (character === '[') open.push(undefined);
    else if (character === '}' || character === ']') open.pop();
    else if (character === '"') {
      const end = stringEnd(text, index);
      const keys = isFollowedByColon(text, end) ? open.at(-1) : undefined;
      const key = keys === undefined ? '' : (JSON.parse(text.slice(index, end)) as string);
      if (keys?.has(key) === true) return key;
      keys?.add(key);
      index = end - 1;
    }
  }
  return undefined;
}

/** The index behind the closing quote of the string that starts at an index. */
function stringEnd(text: string, start: number): number {
  let index = start + 1;
  while (text[index] !== '"') index += text[index] === '\\' ? 2 : 1;
  return index + 1;
}

function isFollowedByColon(text: string, from: number): boolean {
  let index = from;
  while (/\s/.test(text[index] ?? '')) index += 1;
  return text[index] === ':';
}
