import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { hashLeaf, merkleRoot, pathToRoot, rootFromPath } from '../../../evidence/bundle/merkle-tree';
import { tryProveInclusion, checkInclusion } from '../../../evidence/bundle/prove-inclusion';
import { verifyBundle } from '../../../evidence/bundle/verify-bundle';
import { archiveOf, parts } from './sample-bundle';

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** The tree hash straight from its definition (RFC 9162 section 2.1.1). */
function definedRoot(leaves: readonly string[]): Buffer {
  const sha256 = (...pieces: readonly Uint8Array[]): Buffer =>
    createHash('sha256').update(Buffer.concat(pieces)).digest();
  if (leaves.length === 1) return sha256(Buffer.of(0), Buffer.from(leaves[0] ?? ''));
  let power = 1;
  while (power * 2 < leaves.length) power *= 2;
  return sha256(Buffer.of(1), definedRoot(leaves.slice(0, power)), definedRoot(leaves.slice(power)));
}

const someLeaves = fc.array(fc.string(), { minLength: 1, maxLength: 40 });

describe('the Merkle tree', () => {
  it('has the root that its definition gives', () => {
    fc.assert(
      fc.property(someLeaves, (leaves) => {
        expect(hex(merkleRoot(leaves.map(hashLeaf)))).toBe(definedRoot(leaves).toString('hex'));
      }),
      { seed: 31, numRuns: 100 },
    );
  });

  it('has the root of one empty leaf that certificate logs publish', () => {
    expect(hex(merkleRoot([hashLeaf('')]))).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  });

  it('leads from every leaf to the root, and from no other place', () => {
    fc.assert(
      fc.property(someLeaves, (texts) => {
        const leaves = texts.map((text, index) => hashLeaf(`${index} ${text}`));
        const root = hex(merkleRoot(leaves));
        for (const [index, leaf] of leaves.entries()) {
          const path = pathToRoot(leaves, index);
          const found = leaves.map((_, at) => rootFromPath(leaf, { index: at, leaves: leaves.length }, path));
          expect(found.map((one) => one !== undefined && hex(one) === root)).toEqual(
            leaves.map((_, at) => at === index),
          );
        }
      }),
      { seed: 32, numRuns: 30 },
    );
  });

  it('refuses an index that no leaf has', () => {
    expect(() => pathToRoot([hashLeaf('a')], 1)).toThrow(new RangeError('no leaf has the index 1 of 1'));
    expect(rootFromPath(hashLeaf('a'), { index: 1, leaves: 1 }, [])).toBeUndefined();
    expect(() => merkleRoot([])).toThrow(new RangeError('a tree has at least one leaf'));
  });
});

describe('checkInclusion()', () => {
  const verdict = verifyBundle(archiveOf({}));
  if (!verdict.isAccepted) throw new Error(verdict.refusal.at);
  const { manifest } = verdict.bundle;
  const { root } = manifest;

  it.each(parts.map(({ path, bytes }) => [path, bytes] as const))(
    'accepts the proof of each part: %s',
    (path, bytes) => {
      const proof = tryProveInclusion(manifest, path);
      expect(proof !== undefined && checkInclusion(proof, root, bytes)).toBe(true);
    },
  );

  it('has no proof for a part that isn’t there', () => {
    expect(tryProveInclusion(manifest, 'plan/other.json')).toBeUndefined();
  });

  it('refuses other bytes, another root, another entry, another place and another path', () => {
    const [{ path, bytes }, other] = [parts[0] ?? never(), parts[1] ?? never()];
    const [proof, otherProof] = [
      tryProveInclusion(manifest, path) ?? never(),
      tryProveInclusion(manifest, other.path) ?? never(),
    ];
    const wrong = [
      checkInclusion(proof, root, other.bytes),
      checkInclusion(
        proof,
        root.replace(/./, (digit) => (digit === '0' ? '1' : '0')),
        bytes,
      ),
      checkInclusion({ ...proof, entry: { ...proof.entry, kind: 'review' } }, root, bytes),
      checkInclusion({ ...proof, entry: otherProof.entry }, root, other.bytes),
      checkInclusion({ ...proof, index: proof.index - 1 }, root, bytes),
      checkInclusion({ ...proof, index: 0.5 }, root, bytes),
      checkInclusion({ ...proof, leaves: proof.leaves * 4 }, root, bytes),
      checkInclusion({ ...proof, path: proof.path.slice(1) }, root, bytes),
      checkInclusion({ ...proof, path: [...proof.path, root] }, root, bytes),
      checkInclusion({ ...proof, path: proof.path.map((one) => one.slice(2)) }, root, bytes),
    ];
    expect(wrong).toEqual(wrong.map(() => false));
  });
});

function never(): never {
  throw new Error('the sample has two parts');
}
