import type { JsonValue } from '../../resource';

/** What a whole parser takes a plain scalar for; undefined when it refuses it. */
export type ResolvePlain = (text: string) => JsonValue | undefined;

/** Words that some version of YAML takes for something else than text. */
const RESERVED: ReadonlySet<string> = new Set(['null', 'true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n']);
const RESERVED_LENGTH_MAX = 5;

/** No version of YAML takes what starts like this, and is no reserved word, for anything but text. */
const WORD_START = /[A-Za-z/\u00c0-\u024f\u1e00-\u1eff]/;
/** Signs with which a plain scalar may start; all others mean something else there. */
const PLAIN_START = /[0-9A-Za-z/+.(^$<=;\\~_]|[-:](?=[^ ])/y;

const KEY_LENGTH_MAX = 500;

/** A key and what stands behind its colon; empty when that is in the lines below. */
export interface Entry {
  readonly key: string;
  readonly rest: string;
}

/** The key that starts at a place of a line, with what follows; undefined when none does, or an unusual one. */
export function trySplitEntry(line: string, from: number): Entry | undefined {
  const quote = line.charAt(from) === "'" ? line.indexOf("'", from + 1) : from;
  if (quote === -1) return undefined;
  const colon = line.indexOf(':', quote);
  return colon === -1 ? undefined : tryEntry(line, from, nextKeyEnd(line, colon));
}

/** A colon ends a key when a space or nothing follows it. */
function nextKeyEnd(line: string, from: number): number {
  let colon = from;
  while (colon !== -1 && colon + 1 < line.length && line.charAt(colon + 1) !== ' ')
    colon = line.indexOf(':', colon + 1);
  return colon;
}

function tryEntry(line: string, from: number, colon: number): Entry | undefined {
  if (colon === -1 || colon - from > KEY_LENGTH_MAX) return undefined;
  const written = line.slice(from, colon);
  const key = written.startsWith("'") ? tryQuoted(written) : isWord(written) ? written : undefined;
  if (key === undefined || key === '__proto__') return undefined;
  const isAlone = colon + 1 === line.length;
  return { key, rest: isAlone ? '' : nonEmpty(line.slice(colon + 2)) };
}

/** Behind a colon and a space something must stand, or the line ends unusually; a space is no scalar of ours. */
function nonEmpty(rest: string): string {
  return rest === '' ? ' ' : rest;
}

/** The text of a scalar in quotes on one line; undefined when it holds an escape, or the quotes are unusual. */
export function tryQuoted(text: string): string | undefined {
  const quote = text.charAt(0);
  if (text.length < 2 || !text.endsWith(quote)) return undefined;
  const inner = text.slice(1, -1);
  if (quote === '"') return inner.includes('"') || inner.includes('\\') ? undefined : inner;
  if (!inner.includes("'")) return inner;
  return inner.replaceAll("''", '').includes("'") ? undefined : inner.replaceAll("''", "'");
}

/** The value of a scalar without quotes on one line; undefined when it is none, or an unusual one. */
export function tryPlainScalar(text: string, resolvePlain: ResolvePlain): JsonValue | undefined {
  if (isWord(text)) return text;
  PLAIN_START.lastIndex = 0;
  return PLAIN_START.test(text) && isOneScalar(text) ? resolvePlain(text) : undefined;
}

function isWord(text: string): boolean {
  return WORD_START.test(text.charAt(0)) && isOneScalar(text) && !isReserved(text);
}

/** The end of a key, or the start of a comment. */
const MARK = /:(?: |$)| #/;

/** Neither a key nor a comment is in it. */
function isOneScalar(text: string): boolean {
  const hasMark = text.includes(':') || text.includes('#');
  return !text.endsWith(' ') && !(hasMark && MARK.test(text));
}

function isReserved(text: string): boolean {
  return text.length <= RESERVED_LENGTH_MAX && RESERVED.has(text.toLowerCase());
}
