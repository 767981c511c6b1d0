import { MANIFEST_PATHS, type BundleManifest } from './manifest/bundle-manifest';
import { byteText, Refused } from './bundle-refusal';
import { tryReadManifest } from './manifest/read-manifest';
import { BLOCK_BYTES, headerField, paddedSize } from './archive/ustar-header';

/** The first byte in which two copies differ. */
export interface Difference {
  /** In the archive. */
  readonly offset: number;
  /** What stands there: `byte 17 of plan/plan.json`. */
  readonly at: string;
  /** The bytes of both, for people. */
  readonly one: string;
  readonly other: string;
}

/** The first byte in which two archives differ, and what stands there by a manifest that is right; undefined when they are equal. */
export function compareCopies(one: Uint8Array, other: Uint8Array): Difference | undefined {
  const offset = firstDifference(one, other);
  if (offset === undefined) return undefined;
  const manifests = [one, other].map((archive) => tryReadManifest(archive, BLOCK_BYTES));
  const read = manifests.find((manifest) => !(manifest instanceof Refused));
  const at = read === undefined || read instanceof Refused ? 'no manifest tells what' : placeOf(read, offset);
  return { offset, at, one: byteText(one, offset), other: byteText(other, offset) };
}

/** The first byte in which a part of an archive differs from another copy of that part; undefined when they are equal or the manifest has no such part. */
export function comparePart(archive: Uint8Array, path: string, copy: Uint8Array): Difference | undefined {
  const read = tryReadManifest(archive, BLOCK_BYTES);
  if (read instanceof Refused) return undefined;
  const place = placesOf(read).find((one) => one.path === path);
  if (place === undefined) return undefined;
  const part = archive.subarray(place.start, place.start + place.size);
  const index = firstDifference(part, copy);
  if (index === undefined) return undefined;
  const offset = place.start + index;
  return { offset, at: `byte ${index} of ${path}`, one: byteText(part, index), other: byteText(copy, index) };
}

/** Where the content of a file stands in an archive. */
interface Place {
  readonly path: string;
  readonly start: number;
  readonly size: number;
}

function placesOf({ manifest, size }: { manifest: BundleManifest; size: number }): readonly Place[] {
  const { first, last } = MANIFEST_PATHS;
  let start = 0;
  return [{ path: first, size }, ...manifest.parts, { path: last, size }].map((file) => {
    const place = { path: file.path, start: start + BLOCK_BYTES, size: file.size };
    start = place.start + paddedSize(file.size);
    return place;
  });
}

function placeOf(read: { manifest: BundleManifest; size: number }, offset: number): string {
  const file = placesOf(read).findLast(({ start }) => start - BLOCK_BYTES <= offset);
  if (file === undefined) return 'no file';
  if (offset < file.start) return `${headerField(offset - file.start + BLOCK_BYTES)} in the header of ${file.path}`;
  if (offset < file.start + file.size) return `byte ${offset - file.start} of ${file.path}`;
  return offset < file.start + paddedSize(file.size) ? `the zeros that fill up ${file.path}` : 'the end of the archive';
}

function firstDifference(one: Uint8Array, other: Uint8Array): number | undefined {
  if (Buffer.compare(one, other) === 0) return undefined;
  const index = one.findIndex((byte, place) => other[place] !== byte);
  return index === -1 ? one.length : index;
}
