import { createHash } from 'node:crypto';
import { leafText, leavesOf, type BundleEntry, type BundleManifest } from './manifest/bundle-manifest';
import { hashLeaf, pathToRoot, rootFromPath } from './merkle-tree';

/** That a part is in the bundle of a root, for somebody who has the part and the root but not the bundle: plain data. */
export interface InclusionProof {
  readonly entry: BundleEntry;
  /** The place of the part among the leaves; the head is at 0. */
  readonly index: number;
  /** Number of leaves: the parts and the head. */
  readonly leaves: number;
  /** Hashes in hexadecimal digits that lead to the root, nearest first (RFC 9162 section 2.1.3). */
  readonly path: readonly string[];
}

/** The proof that the part at a path is in a bundle; undefined when none is. */
export function tryProveInclusion({ head, parts }: BundleManifest, path: string): InclusionProof | undefined {
  const place = parts.findIndex((one) => one.path === path);
  const entry = parts[place];
  if (entry === undefined) return undefined;
  const [index, leaves] = [place + 1, leavesOf(head, parts)];
  const hashes = pathToRoot(leaves, index).map((one) => Buffer.from(one).toString('hex'));
  return { entry, index, leaves: leaves.length, path: hashes };
}

/** Whether a proof shows that a part with these bytes is in the bundle of a root. */
export function checkInclusion(proof: InclusionProof, root: string, bytes: Uint8Array): boolean {
  const { entry, index, leaves, path } = proof;
  const isWhole = Number.isSafeInteger(index) && Number.isSafeInteger(leaves);
  if (!isWhole || path.some((one) => !/^[0-9a-f]{64}$/.test(one))) return false;
  const { kind, mediaType, path: name, sha256, size } = entry;
  if (size !== bytes.length || sha256 !== createHash('sha256').update(bytes).digest('hex')) return false;
  const leaf = hashLeaf(leafText({ kind, mediaType, path: name, sha256, size }));
  const found = rootFromPath(
    leaf,
    { index, leaves },
    path.map((one) => Buffer.from(one, 'hex')),
  );
  return found !== undefined && Buffer.from(found).toString('hex') === root;
}
