import type { JsonValue } from '../../resource';
import { decodeText, readBytes } from '../folder';
import { parseStrictJson, type Parse } from './strict-json';

/** The JSON of a file, or in few words why there is none. */
export function readJson(path: string): Parse<JsonValue> {
  const read = readBytes(path);
  if (!read.ok) return read;
  const text = decodeText(read.bytes);
  return text === undefined ? { ok: false, detail: 'bytes that are no UTF-8' } : parseStrictJson(text);
}
