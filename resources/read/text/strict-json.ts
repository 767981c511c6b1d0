import type { JsonValue } from '../../resource';
import { findMalformation } from './well-formed';

/** A parsed value, or why there is none. */
export type Parse<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly detail: string };

/** Reads JSON (RFC 8259) and refuses what `JSON.parse` lets pass: keys that stand twice, and boundless nesting. */
export function parseStrictJson(text: string): Parse<JsonValue> {
  const parsed = parse(text);
  if (!parsed.ok) return parsed;
  const malformation = findMalformation(parsed.value, text.includes('\\u'));
  if (malformation !== undefined) return { ok: false, detail: malformation };
  const duplicate = isAsWritten(text, parsed.value) ? undefined : findDuplicateKey(text);
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

/** Written back it gives the same bytes, so nothing of it got lost; this is far cheaper than reading keys again. */
function isAsWritten(text: string, value: JsonValue): boolean {
  const isIndented = /^[{[]\n/.test(text);
  const body = text.endsWith('\n') ? text.slice(0, -1) : text;
  return (isIndented ? JSON.stringify(value, null, 2) : JSON.stringify(value)) === body;
}

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
