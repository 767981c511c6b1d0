import { createHash } from 'node:crypto';

/** Bytes before what is hashed, so that no leaf passes for a node (RFC 9162 section 2.1.1). */
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The hash of a leaf, which is a text here (RFC 9162 section 2.1.1). */
export function hashLeaf(text: string): Uint8Array {
  return createHash('sha256').update(LEAF).update(text, 'utf8').digest();
}

/**
 * The root over the hashes of leaves, in order (RFC 9162 section 2.1.1).
 * @throws RangeError when there is no leaf
 */
export function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  const [first] = leaves;
  if (first === undefined) throw new RangeError('a tree has at least one leaf');
  if (leaves.length === 1) return first;
  const half = largestPowerBelow(leaves.length);
  return hashNode(merkleRoot(leaves.slice(0, half)), merkleRoot(leaves.slice(half)));
}

/** The hashes that lead from a leaf to the root, nearest first (RFC 9162 section 2.1.3.1). */
export function pathToRoot(leaves: readonly Uint8Array[], index: number): readonly Uint8Array[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length)
    throw new RangeError(`no leaf has the index ${index} of ${leaves.length}`);
  if (leaves.length === 1) return [];
  const half = largestPowerBelow(leaves.length);
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)];
  return index < half
    ? [...pathToRoot(left, index), merkleRoot(right)]
    : [...pathToRoot(right, index - half), merkleRoot(left)];
}

/** The root that a leaf and its path lead to; undefined when the path has not the length for this place (RFC 9162 section 2.1.3.2). */
export function rootFromPath(
  leaf: Uint8Array,
  place: { readonly index: number; readonly leaves: number },
  path: readonly Uint8Array[],
): Uint8Array | undefined {
  let [node, last, hash] = [place.index, place.leaves - 1, leaf];
  if (node < 0 || node > last) return undefined;
  for (const other of path) {
    if (last === 0) return undefined;
    if (node % 2 === 1 || node === last) {
      hash = hashNode(other, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [node / 2, Math.floor(last / 2)];
    } else {
      hash = hashNode(hash, other);
    }
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : undefined;
}

function hashNode(left: Uint8Array, right: Uint8Array): Uint8Array {
  return createHash('sha256').update(NODE).update(left).update(right).digest();
}

function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}
