import { canonicalJson } from '../../../model/canonical-json';
import type { BundleKind, BundleMediaType } from './bundle-kinds';
import { hashLeaf, merkleRoot } from '../merkle-tree';

/** The form of archives that this code writes and reads. */
export const BUNDLE_FORMAT = 'ndc-evidence-bundle/1';

/** Where the manifest stands in the archive: first, and once more at the end so that a wrong byte in it can be told. */
export const MANIFEST_PATHS = { first: 'bundle.json', last: 'bundle-copy.json' } as const;

/** Which bundle it is: the place in the chain of its environment. */
export interface BundleHead {
  readonly environment: string;
  readonly format: typeof BUNDLE_FORMAT;
  /** The root of the bundle before, 64 hexadecimal digits; null for the first. */
  readonly previous: string | null;
  /** Counts from 1. */
  readonly sequence: number;
}

/** What the manifest says of a part. */
export interface BundleEntry {
  readonly kind: BundleKind;
  readonly mediaType: BundleMediaType;
  readonly path: string;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  /** In bytes. */
  readonly size: number;
}

/** `bundle.json`: which bundle it is, every part in the order of its path, and the root over both. */
export interface BundleManifest {
  readonly head: BundleHead;
  readonly parts: readonly BundleEntry[];
  readonly root: string;
}

/** The root over a head and its parts: the Merkle tree hash (RFC 9162 section 2.1.1) of their canonical texts, the head first. */
export function rootOf(head: BundleHead, parts: readonly BundleEntry[]): string {
  return Buffer.from(merkleRoot(leavesOf(head, parts))).toString('hex');
}

/** The hashes of the leaves of a bundle: its head, then its parts. */
export function leavesOf(head: BundleHead, parts: readonly BundleEntry[]): readonly Uint8Array[] {
  return [head, ...parts].map((one) => hashLeaf(leafText(one)));
}

/** The text that is a leaf of the tree, just as it stands in the manifest. */
export function leafText(one: BundleHead | BundleEntry): string {
  return canonicalJson(one);
}
