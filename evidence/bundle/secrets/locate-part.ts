import { isUtf8 } from 'node:buffer';
import { failure, problem, success, type Result } from '../../../model/problem';
import type { BundlePart } from '../manifest/bundle-part';
import { isJson, tryLocateJson } from './locate-json';
import { tryLocateYaml } from './locate-yaml';
import type { LocatedValue } from './located-value';
import { mayNameSecret } from './secret-fields';

/** A part as text, and where its values stand that a schema could tell secrets of. */
export interface LocatedPart {
  readonly text: string;
  readonly values: readonly LocatedValue[];
}

/** Reads a part by its media type; what can't be read could hide a secret, so it is a problem. */
export function locatePart({
  path,
  mediaType,
  bytes,
}: Pick<BundlePart, 'path' | 'mediaType' | 'bytes'>): Result<LocatedPart> {
  const text = isUtf8(bytes) ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8') : '\0';
  if (text.includes('\0')) return unreadable(path, 'text in UTF-8 without zero bytes');
  const values = locate(mediaType, text);
  return values === undefined ? unreadable(path, mediaType) : success({ text, values });
}

function locate(mediaType: BundlePart['mediaType'], text: string): readonly LocatedValue[] | undefined {
  if (mediaType === 'application/yaml') return tryLocateYaml(text);
  if (mediaType === 'application/x-ndjson') return locateLines(text);
  if (!mediaType.startsWith('application/')) return [];
  return locateValue(text, 0);
}

function locateLines(text: string): readonly LocatedValue[] | undefined {
  const found: LocatedValue[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const values = line === '' ? [] : locateValue(line, start);
    if (values === undefined) return undefined;
    found.push(...values);
    start += line.length + 1;
  }
  return found;
}

/** JSON is large and rarely names a secret, so its values are looked up only where it does. */
function locateValue(text: string, base: number): readonly LocatedValue[] | undefined {
  if (!isJson(text)) return undefined;
  if (!mayNameSecret(text)) return [];
  const value = tryLocateJson(text, base);
  return value === undefined ? undefined : [value];
}

function unreadable(path: string, want: string): Result<never> {
  return failure([
    problem({
      code: 'bundle-part-unreadable',
      at: [path],
      what: 'a part is not what its media type says, so no secret in it could be found',
      got: 'other bytes',
      want,
      next: 'give the part the media type that it has, or mend what wrote it',
    }),
  ]);
}
