import { success, type Result } from '../../../model/problem';
import type { BundlePart } from '../manifest/bundle-part';
import { locatePart } from './locate-part';
import { secretPatterns } from './secret-patterns';
import { secretScalars } from './secret-scalars';

/** A secret in a part; never its value. */
export interface FoundSecret {
  /** What it is: `a PEM private key`. */
  readonly what: string;
  /** The byte of the part that it begins at, or the base64 that it stands in. */
  readonly offset: number;
  /** Names and indexes that lead to it, where a schema tells; else empty. */
  readonly place: string;
}

/** Base64 that is long enough for a secret, also over several lines; digests in hexadecimal digits are none. */
const BASE64 = /[A-Za-z0-9+/]{64,}(?:(?:\\n|\r?\n)[ \t]{0,40}[A-Za-z0-9+/]{40,})*={0,2}/g;
const HEXADECIMAL = /^[0-9a-f]*$/;

/** Secrets that a part holds, by its schema and by forms of secrets anywhere in its text, in the order of their bytes. */
export function findSecrets(part: Pick<BundlePart, 'path' | 'mediaType' | 'bytes'>): Result<readonly FoundSecret[]> {
  const located = locatePart(part);
  if (!located.ok) return located;
  const { text, values } = located.value;
  const fields = values.flatMap((one) => secretScalars(one));
  const found = [
    ...fields.map(({ scalar, what, place }) => ({ what, index: scalar.start, place })),
    ...patternsIn(text),
    ...[...text.matchAll(BASE64)].flatMap(({ 0: run, index }) => encodedIn(run, index)),
  ];
  const sorted = found.toSorted((a, b) => (a.index === b.index ? (a.what < b.what ? -1 : 1) : a.index - b.index));
  let [index, offset] = [0, 0];
  return success(
    sorted.map(({ what, place, ...at }) => {
      offset += Buffer.byteLength(text.slice(index, at.index));
      ({ index } = at);
      return { what, offset, place };
    }),
  );
}

/** A secret by its form, at a character of a text. */
interface Match {
  readonly what: string;
  readonly index: number;
  readonly place: string;
}

function patternsIn(text: string): readonly Match[] {
  return secretPatterns
    .filter(({ hints }) => hints.some((hint) => text.includes(hint)))
    .flatMap(({ what, pattern }) => [...text.matchAll(pattern)].map(({ index }) => ({ what, index, place: '' })));
}

function encodedIn(run: string, index: number): readonly Match[] {
  if (HEXADECIMAL.test(run)) return [];
  const inside = patternsIn(Buffer.from(run.replaceAll('\\n', ''), 'base64').toString('latin1'));
  return inside.map(({ what }) => ({ what: `${what} in base64`, index, place: '' }));
}
