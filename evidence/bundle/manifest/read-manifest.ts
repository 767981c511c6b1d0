import { createHash } from 'node:crypto';
import { bundleKinds, bundleMediaTypes, isBundleKind, isBundleMediaType } from './bundle-kinds';
import { bundleLimits } from './bundle-limits';
import { BUNDLE_FORMAT, rootOf, type BundleEntry, type BundleHead, type BundleManifest } from './bundle-manifest';
import { findPathFault, PathOrder } from './bundle-path';
import { Refused } from '../bundle-refusal';
import { ByteCursor } from './byte-cursor';

const EMPTY_SHA256 = createHash('sha256').digest('hex');
const { environmentBytesMax, pathBytesMax, partsMax, sequenceDigitsMax, sizeDigitsMax } = bundleLimits;

/**
 * Reads the manifest that begins at a byte of an archive and goes as far as its text does. There is one text of each
 * manifest, so it is read byte by byte, and the first byte that no manifest could have after those before is refused.
 * @throws Refused at that byte
 */
export function readManifest(bytes: Uint8Array, start: number): { manifest: BundleManifest; size: number } {
  const cursor = new ByteCursor(bytes, start);
  const head = readHead(cursor);
  const parts = readEntries(cursor);
  const root = rootOf(head, parts);
  cursor.literal(`,"root":"${root}"}`, 'the root of this head and these parts');
  return { manifest: { head, parts, root }, size: cursor.at - start };
}

/** As {@link readManifest}, with the refusal returned. */
export function tryReadManifest(
  bytes: Uint8Array,
  start: number,
): { manifest: BundleManifest; size: number } | Refused {
  try {
    return readManifest(bytes, start);
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

function readHead(cursor: ByteCursor): BundleHead {
  cursor.literal('{"head":{"environment":"');
  const environment =
    cursor.one(/[a-z]/, 'a-z, which an environment begins with') + cursor.run(/[a-z0-9-]/, environmentBytesMax - 1);
  cursor.literal(`","format":"${BUNDLE_FORMAT}","previous":`);
  const isFirst = cursor.word(['null', '"']) === 'null';
  const previous = isFirst ? null : cursor.hex();
  cursor.literal(isFirst ? ',"sequence":1' : '","sequence":');
  const sequence = isFirst ? 1 : readSequence(cursor);
  cursor.literal('},"parts":[');
  return { environment, format: BUNDLE_FORMAT, previous, sequence };
}

function readSequence(cursor: ByteCursor): number {
  const digits = cursor.one(/[1-9]/, 'a number from 2') + cursor.run(/[0-9]/, sequenceDigitsMax - 1);
  if (digits === '1') cursor.refuse('a digit: the bundle after another is no first one');
  return Number(digits);
}

function readEntries(cursor: ByteCursor): readonly BundleEntry[] {
  const order = new PathOrder();
  const entries: BundleEntry[] = [];
  do entries.push(readEntry(cursor, order));
  while (entries.length < partsMax && cursor.word([',', ']']) === ',');
  if (entries.length === partsMax) cursor.literal(']', `at most ${partsMax} parts`);
  return entries;
}

const KIND_WORDS = Object.keys(bundleKinds).map((one) => `${one}"`);
const TYPE_WORDS = bundleMediaTypes.map((one) => `${one}"`);

function readEntry(cursor: ByteCursor, order: PathOrder): BundleEntry {
  cursor.literal('{"kind":"');
  const kind = cursor.word(KIND_WORDS).slice(0, -1);
  cursor.literal(',"mediaType":"');
  const mediaType = cursor.word(TYPE_WORDS).slice(0, -1);
  cursor.literal(',"path":"');
  const path = readPath(cursor, order);
  cursor.literal('","sha256":"');
  const sha256 = cursor.hex();
  cursor.literal('","size":');
  const size = readSize(cursor, sha256);
  cursor.literal('}');
  if (!isBundleKind(kind) || !isBundleMediaType(mediaType)) throw new RangeError(`${kind} and ${mediaType} were read`);
  return { kind, mediaType, path, sha256, size };
}

function readPath(cursor: ByteCursor, order: PathOrder): string {
  const text = cursor.peek(pathBytesMax + 1);
  const fault = findPathFault(text);
  const path = text.slice(0, fault?.index);
  const disorder = order.add(path);
  const first = disorder !== undefined && disorder.index < path.length ? disorder : (fault ?? disorder);
  cursor.at += first?.index ?? path.length;
  if (first !== undefined) cursor.refuse(first.want);
  return path;
}

function readSize(cursor: ByteCursor, sha256: string): number {
  if (sha256 !== EMPTY_SHA256)
    return Number(cursor.one(/[1-9]/, 'a size without zeros before it') + cursor.run(/[0-9]/, sizeDigitsMax - 1));
  cursor.literal('0', 'the size of what is empty, as its digest says');
  return 0;
}
