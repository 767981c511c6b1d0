import { createHash } from 'node:crypto';
import { failure, success, type Result } from '../../model/problem';
import { bundleLimits } from './manifest/bundle-limits';
import { MANIFEST_PATHS, type BundleManifest } from './manifest/bundle-manifest';
import type { BundlePart } from './manifest/bundle-part';
import { byteText, problemOfRefusal, refuseByte, Refused, type BundleRefusal } from './bundle-refusal';
import { nameOfPacking } from './archive/packings';
import { tryReadManifest } from './manifest/read-manifest';
import {
  BLOCK_BYTES,
  END_BYTES,
  entryTypes,
  headerField,
  paddedSize,
  SIZE_DIGITS,
  ustarHeader,
} from './archive/ustar-header';

/** A bundle that is just as its manifest says. */
export interface Bundle {
  readonly manifest: BundleManifest;
  /** Its parts in the order of their paths; their bytes are those of the archive, not a copy. */
  readonly parts: readonly BundlePart[];
}

/** What becomes of an archive. */
export type BundleVerdict =
  | { readonly isAccepted: true; readonly bundle: Bundle }
  | { readonly isAccepted: false; readonly refusal: BundleRefusal };

/**
 * Decides whether an archive is a bundle, byte for byte as its own manifest and contents demand. Archives may be hostile;
 * what is wrong is told at its first byte. Whether its parts are true and whom it follows is not asked here.
 */
export function verifyBundle(archive: Uint8Array): BundleVerdict {
  try {
    return { isAccepted: true, bundle: checkArchive(archive) };
  } catch (error) {
    if (error instanceof Refused) return { isAccepted: false, refusal: error.refusal };
    throw error;
  }
}

/** The bundle in an archive that is called `name`. */
export function readBundle(name: string, archive: Uint8Array): Result<Bundle> {
  const verdict = verifyBundle(archive);
  return verdict.isAccepted ? success(verdict.bundle) : failure([problemOfRefusal(name, verdict.refusal)]);
}

function checkArchive(archive: Uint8Array): Bundle {
  const { archiveBytesMax } = bundleLimits;
  if (archive.length > archiveBytesMax) {
    const got = `${archive.length} bytes`;
    refuseByte({ offset: archiveBytesMax, at: 'the archive', want: `at most ${archiveBytesMax} bytes`, got });
  }
  const { manifest, size } = checkManifest(archive);
  const text = archive.subarray(BLOCK_BYTES, BLOCK_BYTES + size);
  let offset = checkPadding(archive, BLOCK_BYTES + size, MANIFEST_PATHS.first);
  const parts = manifest.parts.map((entry) => {
    const start = checkHeader(archive, offset, entry);
    const bytes = contentOf(archive, start, entry);
    if (digest(bytes) !== entry.sha256) {
      const [want, got] = [`bytes with the SHA-256 ${entry.sha256}`, `bytes with ${digest(bytes)}`];
      throw new Refused({ offset: start, end: start + entry.size, at: `the content of ${entry.path}`, want, got });
    }
    offset = checkPadding(archive, start + entry.size, entry.path);
    return { path: entry.path, kind: entry.kind, mediaType: entry.mediaType, bytes };
  });
  const copy = checkHeader(archive, offset, { path: MANIFEST_PATHS.last, size });
  checkBytes(archive, { offset: copy, bytes: text, at: () => 'the copy of the manifest' });
  offset = checkPadding(archive, copy + size, MANIFEST_PATHS.last);
  checkBytes(archive, { offset, bytes: new Uint8Array(END_BYTES), at: () => 'the two blocks of zeros at the end' });
  if (archive.length > offset + END_BYTES)
    refuseAt(archive, { offset: offset + END_BYTES, at: 'what comes after the end', want: 'the end of the archive' });
  return { manifest, parts };
}

/** Reads the first manifest; where it is wrong, the copy of it tells the first byte that differs, if that one is right. */
function checkManifest(archive: Uint8Array): { manifest: BundleManifest; size: number } {
  const read = tryReadManifest(archive, BLOCK_BYTES);
  const size = read instanceof Refused ? statedSize(archive) : read.size;
  checkHeader(archive, 0, { path: MANIFEST_PATHS.first, size });
  if (!(read instanceof Refused)) return read;
  const start = archive.length - END_BYTES - paddedSize(size);
  const copy = start < BLOCK_BYTES + size ? read : tryReadManifest(archive, start);
  if (!(copy instanceof Refused) && copy.size === size)
    checkBytes(archive, {
      offset: BLOCK_BYTES,
      bytes: archive.subarray(start, start + size),
      at: () => 'the manifest, which its right copy at the end differs from',
    });
  throw read;
}

function statedSize(archive: Uint8Array): number {
  const { start, count } = SIZE_DIGITS;
  const expected = ustarHeader(MANIFEST_PATHS.first, 0);
  checkBytes(archive, { offset: 0, bytes: expected.subarray(0, start), at: fieldOf(MANIFEST_PATHS.first, 0) });
  const digits = Buffer.from(archive.subarray(start, start + count)).toString('latin1');
  const wrong = /[^0-7]|$/.exec(digits)?.index ?? 0;
  if (wrong < count) {
    const at = fieldOf(MANIFEST_PATHS.first, 0)(start);
    refuseAt(archive, { offset: start + wrong, at, want: 'a digit from 0 to 7' });
  }
  return Number.parseInt(digits, 8);
}

function checkHeader(archive: Uint8Array, offset: number, file: { path: string; size: number }): number {
  checkBytes(archive, { offset, bytes: ustarHeader(file.path, file.size), at: fieldOf(file.path, offset) });
  return offset + BLOCK_BYTES;
}

function fieldOf(path: string, start: number): (offset: number) => string {
  return (offset) => `${headerField(offset - start)} in the header of ${path}`;
}

function contentOf(archive: Uint8Array, start: number, { path, size }: { path: string; size: number }): Uint8Array {
  const bytes = archive.subarray(start, start + size);
  if (bytes.length < size)
    refuseAt(archive, { offset: archive.length, at: `the content of ${path}`, want: `${size} bytes from ${start} on` });
  return bytes;
}

function checkPadding(archive: Uint8Array, offset: number, path: string): number {
  const bytes = new Uint8Array(paddedSize(offset) - offset);
  checkBytes(archive, { offset, bytes, at: () => `the zeros that fill up ${path}` });
  return offset + bytes.length;
}

/** What must stand at a place, and how the place of each byte is called. */
interface Expected {
  readonly offset: number;
  readonly bytes: Uint8Array;
  readonly at: (offset: number) => string;
}

function checkBytes(archive: Uint8Array, { offset, bytes, at }: Expected): void {
  if (Buffer.compare(archive.subarray(offset, offset + bytes.length), bytes) === 0) return;
  const index = bytes.findIndex((byte, place) => archive[offset + place] !== byte);
  refuseAt(archive, { offset: offset + index, at: at(offset + index), want: byteText(bytes, index) });
}

function refuseAt(archive: Uint8Array, place: { offset: number; at: string; want: string }): never {
  const packing = place.offset === 0 ? nameOfPacking(archive) : undefined;
  const type = place.at.startsWith('typeflag')
    ? entryTypes.get(String.fromCharCode(archive[place.offset] ?? 0))
    : undefined;
  const meaning = packing ?? type;
  const got = byteText(archive, place.offset);
  refuseByte({ ...place, got: meaning === undefined ? got : `${got}: ${meaning}` });
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
