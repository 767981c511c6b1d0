import { createHash } from 'node:crypto';
import { canonicalJson } from '../../model/canonical-json';
import { failure, problem, sortProblems, success, type Problem, type Result } from '../../model/problem';
import { bundleLimits } from './manifest/bundle-limits';
import {
  BUNDLE_FORMAT,
  MANIFEST_PATHS,
  rootOf,
  type BundleEntry,
  type BundleHead,
  type BundleManifest,
} from './manifest/bundle-manifest';
import type { BundlePart } from './manifest/bundle-part';
import { findPathFault, PathOrder } from './manifest/bundle-path';
import { findSecrets } from './secrets/find-secrets';
import { END_BYTES, paddedSize, ustarHeader } from './archive/ustar-header';

/** What a bundle is made of. */
export interface BundleInput {
  /** Name of the environment, such as that of its folder. */
  readonly environment: string;
  /** The bundle before, which this one follows; null for the first of an environment. */
  readonly previous: { readonly root: string; readonly sequence: number } | null;
  /** In any order. */
  readonly parts: readonly BundlePart[];
}

/** A bundle that can be written. */
export interface WrittenBundle {
  readonly manifest: BundleManifest;
  /** The bytes of the archive, one chunk after the other; those of the parts are not copied. */
  readonly chunks: readonly Uint8Array[];
  /** The sum of all chunks, in bytes. */
  readonly size: number;
}

/**
 * Makes a bundle: the same parts give the same bytes, in whatever order they come. Parts that hold a secret, or what no
 * secret can be found in, are refused, and all that is wrong is told together.
 */
export function writeBundle(input: BundleInput): Result<WrittenBundle> {
  const parts = input.parts.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const problems = [
    ...headProblems(input),
    ...countProblems(parts),
    ...pathProblems(parts),
    ...parts.flatMap(partProblems),
  ];
  if (problems.length > 0) return failure(sortProblems(problems));
  const head: BundleHead = {
    environment: input.environment,
    format: BUNDLE_FORMAT,
    previous: input.previous?.root ?? null,
    sequence: (input.previous?.sequence ?? 0) + 1,
  };
  const entries = parts.map(entryOf);
  const manifest = { head, parts: entries, root: rootOf(head, entries) };
  const text = Buffer.from(canonicalJson(manifest));
  const chunks = [
    ...fileChunks(MANIFEST_PATHS.first, text),
    ...parts.flatMap(({ path, bytes }) => fileChunks(path, bytes)),
    ...fileChunks(MANIFEST_PATHS.last, text),
    new Uint8Array(END_BYTES),
  ];
  const size = chunks.reduce((sum, { length }) => sum + length, 0);
  return size <= bundleLimits.archiveBytesMax ? success({ manifest, chunks, size }) : failure([tooLarge(size)]);
}

function entryOf({ kind, mediaType, path, bytes }: BundlePart): BundleEntry {
  return { kind, mediaType, path, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
}

function fileChunks(path: string, bytes: Uint8Array): readonly Uint8Array[] {
  const chunks = [ustarHeader(path, bytes.length), bytes, new Uint8Array(paddedSize(bytes.length) - bytes.length)];
  return chunks.filter(({ length }) => length > 0);
}

function headProblems({ environment, previous }: BundleInput): readonly Problem[] {
  const problems: Problem[] = [];
  const { environmentBytesMax, sequenceDigitsMax } = bundleLimits;
  if (!/^[a-z][a-z0-9-]*$/.test(environment) || environment.length > environmentBytesMax) {
    const want = `a-z, 0-9 and -, a letter first, at most ${environmentBytesMax} bytes`;
    problems.push(
      badInput({ at: 'environment', what: 'a bundle can’t carry this environment', got: environment, want }),
    );
  }
  if (previous === null) return problems;
  const sequenceMax = 10 ** sequenceDigitsMax - 2;
  if (!/^[0-9a-f]{64}$/.test(previous.root)) {
    const want = '64 digits 0-9 and a-f';
    problems.push(
      badInput({ at: 'previous/root', what: 'the root of the bundle before is none', got: previous.root, want }),
    );
  }
  if (!Number.isInteger(previous.sequence) || previous.sequence < 1 || previous.sequence > sequenceMax) {
    const [got, want] = [String(previous.sequence), `a whole number from 1 to ${sequenceMax}`];
    problems.push(badInput({ at: 'previous/sequence', what: 'the bundle before has no place in a chain', got, want }));
  }
  return problems;
}

function countProblems(parts: readonly BundlePart[]): readonly Problem[] {
  const { partsMax } = bundleLimits;
  if (parts.length > 0 && parts.length <= partsMax) return [];
  const [got, want] = [`${parts.length} parts`, `1 to ${partsMax} parts`];
  return [badInput({ at: 'parts', what: 'a bundle can’t have this many parts', got, want })];
}

function pathProblems(parts: readonly BundlePart[]): readonly Problem[] {
  const order = new PathOrder();
  return parts.flatMap(({ path }) => {
    const fault = findPathFault(path) ?? order.add(path);
    if (fault === undefined) return [];
    const got = `${JSON.stringify(path.charAt(fault.index))} after ${JSON.stringify(path.slice(0, fault.index))}`;
    return [badInput({ at: path, what: 'a part can’t have this path', got, want: fault.want })];
  });
}

function partProblems(part: BundlePart): readonly Problem[] {
  const { path, bytes } = part;
  const max = 10 ** bundleLimits.sizeDigitsMax - 1;
  if (bytes.length > max) {
    const [got, want] = [`${bytes.length} bytes`, `at most ${max} bytes`];
    return [badInput({ at: path, what: 'a part is too large for a bundle', got, want })];
  }
  const found = findSecrets(part);
  if (!found.ok) return found.problems;
  return found.value.map(({ what, offset, place }) =>
    problem({
      code: 'bundle-holds-secret',
      at: [path],
      what: 'a part still holds a secret, so nothing is written',
      got: `${what} at byte ${offset}${place === '' ? '' : `, ${place}`}`,
      want: 'evidence that anybody may read',
      next: 'hide the value with redactPart, or mend what wrote it down; then replace the secret, since it was in the clear',
    }),
  );
}

function tooLarge(size: number): Problem {
  const [got, want] = [`${size} bytes`, `at most ${bundleLimits.archiveBytesMax} bytes`];
  return badInput({ at: 'parts', what: 'a bundle of all parts is too large', got, want });
}

function badInput({ at, ...said }: { at: string } & Pick<Problem, 'what' | 'got' | 'want'>): Problem {
  const next = 'mend what gave this to the bundle';
  return problem({ code: 'bundle-not-writable', at: [at], next, ...said });
}
