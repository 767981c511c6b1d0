import { canonicalJson } from '../../model/canonical-json';
import { BUNDLE_FORMAT, type BundleHead, type BundleManifest } from './manifest/bundle-manifest';
import { byteText, type BundleRefusal } from './bundle-refusal';
import { BLOCK_BYTES } from './archive/ustar-header';
import { verifyBundle, type Bundle } from './verify-bundle';

/** What becomes of archives that shall follow one another. */
export type ChainVerdict =
  | {
      readonly isAccepted: true;
      readonly manifests: readonly BundleManifest[];
      /** Whether the first of them is the first of its environment, so that nothing is missing. */
      readonly isWhole: boolean;
    }
  | {
      readonly isAccepted: false;
      /** Which archive is wrong, counted from 0. */
      readonly index: number;
      readonly refusal: BundleRefusal;
    };

/**
 * Decides whether archives are bundles of one environment, each of which follows the one before it: it names its root and
 * has the next number. They are taken one at a time, so that a long chain needn't be held in memory; each that is accepted is
 * shown before the next one is taken.
 */
export function verifyChain(archives: Iterable<Uint8Array>, show?: (bundle: Bundle) => void): ChainVerdict {
  const manifests: BundleManifest[] = [];
  for (const archive of archives) {
    const verdict = verifyBundle(archive);
    const last = manifests.at(-1);
    if (!verdict.isAccepted) return { isAccepted: false, index: manifests.length, refusal: verdict.refusal };
    const refusal = last === undefined ? undefined : brokenLink(archive, last);
    if (refusal !== undefined) return { isAccepted: false, index: manifests.length, refusal };
    manifests.push(verdict.bundle.manifest);
    show?.(verdict.bundle);
  }
  return { isAccepted: true, manifests, isWhole: manifests[0]?.head.previous === null };
}

/** The first byte at which the head of a bundle isn't the one that comes after another; undefined where it is. */
function brokenLink(archive: Uint8Array, last: BundleManifest): BundleRefusal | undefined {
  const { environment, sequence } = last.head;
  const head: BundleHead = { environment, format: BUNDLE_FORMAT, previous: last.root, sequence: sequence + 1 };
  const wanted = Buffer.from(`{"head":${canonicalJson(head)}`);
  const index = wanted.findIndex((byte, place) => archive[BLOCK_BYTES + place] !== byte);
  if (index === -1) return undefined;
  const offset = BLOCK_BYTES + index;
  const at = `the head of the manifest, which follows bundle ${sequence} of ${environment}`;
  return { offset, end: offset + 1, at, want: byteText(wanted, index), got: byteText(archive, offset) };
}
