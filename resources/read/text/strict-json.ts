import type { JsonObject, JsonValue } from '../../resource';
import { LineIndex, type TextPosition } from '../../text-position';
import { findJsonEnd } from './json-end';
import { DEPTH_MAX, findMalformation } from './well-formed';

/** A parsed value, or why there is none. */
export type Parse<T> = { readonly ok: true; readonly value: T } | ParseFailure;

/** Why a text can't be parsed. */
export interface ParseFailure {
  readonly ok: false;
  readonly detail: string;
  /** @default - of the text as a whole */
  readonly position?: TextPosition | undefined;
}

/** Reads JSON (RFC 8259) and refuses what `JSON.parse` lets pass: keys that stand twice, and boundless nesting. */
export function parseStrictJson(text: string): Parse<JsonValue> {
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  const keys = tryCountKeys([value], 0);
  const isSuspect = keys === undefined || text.includes('\\u');
  const malformation = isSuspect ? findMalformation(value, text.includes('\\u')) : undefined;
  if (malformation !== undefined) return { ok: false, detail: malformation };
  const duplicate = keys === tryCountKeyMarks(text) ? undefined : findDuplicateKey(text);
  if (duplicate === undefined) return parsed;
  const detail = `the key ${JSON.stringify(duplicate.key)} stands twice in one object`;
  return { ok: false, detail, position: new LineIndex(text).positionAt(duplicate.start) };
}

function parse(text: string): Parse<JsonValue> {
  try {
    return { ok: true, value: JSON.parse(text) as JsonValue };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const end = findJsonEnd(text);
    const detail = `no JSON: ${end >= text.length ? 'it ends too early' : `broken at character ${end}`}`;
    return { ok: false, detail, position: new LineIndex(text).positionAt(end) };
  }
}

type Container = Extract<JsonValue, object>;

function isContainer(value: JsonValue): value is Container {
  return typeof value === 'object' && value !== null;
}

function tryCountBelow(member: JsonValue, depth: number): number | undefined {
  if (isContainer(member)) return tryCountKeys(member, depth + 1);
  return typeof member === 'number' && !Number.isFinite(member) ? undefined : 0;
}

/** How many keys the objects of a value have; undefined when it is nested too deeply, or has a number without end. */
function tryCountKeys(value: Container, depth: number): number | undefined {
  // The first list around it is ours.
  if (depth > DEPTH_MAX + 1) return undefined;
  let keys = 0;
  // No list is made of the values of each object: there are millions.
  if (Array.isArray(value)) {
    for (const member of value as readonly JsonValue[]) {
      const below = tryCountBelow(member, depth);
      if (below === undefined) return undefined;
      keys += below;
    }
    return keys;
  }
  const object = value as JsonObject;
  for (const key in object) {
    const below = tryCountBelow(object[key] ?? null, depth);
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

/** A key, and the index of its quote. */
interface FoundKey {
  readonly key: string;
  readonly start: number;
}

/** The first key that stands twice in one object of a text that is known to be JSON. */
function findDuplicateKey(text: string): FoundKey | undefined {
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
      if (keys?.has(key) === true) return { key, start: index };
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
