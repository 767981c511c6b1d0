import { canonicalJson } from '../../../model/canonical-json';
import { refuse } from '../ssh/refuse';

/** What bytes are, for people, and how many there may be. */
export interface CanonicalBytes {
  readonly what: string;
  readonly bytesMax: number;
}

const DEPTH_MAX = 8;

/**
 * The value of JSON that is in its canonical form byte for byte (RFC 8785), so that what a person saw is all there is: no key
 * twice, no white space, no other spelling. Throws what `readAt` turns into a problem that names the first byte.
 */
export function readCanonicalJson(bytes: Uint8Array, { what, bytesMax }: CanonicalBytes): unknown {
  if (bytes.length > bytesMax)
    return refuse({
      code: 'json-too-large',
      what: `${what} is too large`,
      got: `${bytes.length} bytes`,
      want: `at most ${bytesMax} bytes`,
    });
  const text = decode(bytes, what);
  const value = parse(text, what);
  checkTokens(text, what);
  const at = firstDifference(Buffer.from(bytes), Buffer.from(canonical(value, what)));
  if (at === undefined) return value;
  return refuse({
    code: 'json-not-canonical',
    what: `${what} is not in canonical form; its first wrong byte is number ${at.index}`,
    got: at.got,
    want: at.want,
  });
}

function decode(bytes: Uint8Array, what: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse({ code: 'json-not-utf8', what: `${what} is no text`, got: 'bytes that are no UTF-8', want: 'UTF-8' });
  }
}

function parse(text: string, what: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return refuse({ code: 'json-none', what: `${what} is no JSON`, got: `${text.length} characters`, want: 'JSON' });
  }
}

function canonical(value: unknown, what: string): string {
  try {
    return canonicalJson(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return refuse({
      code: 'json-not-canonical',
      what: `${what} has no canonical form`,
      got: error.message,
      want: 'text and numbers that JSON can carry',
    });
  }
}

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"(?<colon>\s*:)?|[{}[\]]/gs;

/** Refuses a key that stands twice in one object, and boundless nesting, in a text that is known to be JSON. */
function checkTokens(text: string, what: string): void {
  const open: Set<string>[] = [];
  for (const { 0: token, groups } of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (groups?.['colon'] !== undefined) {
      const key = JSON.parse(token.slice(0, -groups['colon'].length)) as string;
      if (open.at(-1)?.has(key) === true)
        refuse({
          code: 'json-key-twice',
          what: `${what} has a key twice in one object`,
          got: `${JSON.stringify(key)} again`,
          want: 'each key once',
        });
      open.at(-1)?.add(key);
    }
    if (open.length > DEPTH_MAX)
      refuse({
        code: 'json-too-deep',
        what: `${what} is nested too deeply`,
        got: `more than ${DEPTH_MAX} levels`,
        want: `at most ${DEPTH_MAX} levels`,
      });
  }
}

interface Difference {
  readonly index: number;
  readonly got: string;
  readonly want: string;
}

function firstDifference(given: Buffer, wanted: Buffer): Difference | undefined {
  if (given.equals(wanted)) return undefined;
  const index = given.findIndex((byte, at) => byte !== wanted[at]);
  const at = index === -1 ? given.length : index;
  return { index: at, got: printByte(given[at]), want: printByte(wanted[at]) };
}

function printByte(byte: number | undefined): string {
  return byte === undefined ? 'the end' : `0x${byte.toString(16).padStart(2, '0')}`;
}
