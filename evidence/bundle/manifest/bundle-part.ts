import type { BundleKind, BundleMediaType } from './bundle-kinds';

/** One piece of evidence in a bundle: a text, and what it is. */
export interface BundlePart {
  /** Where it stands in the archive: `plan/terraform.json`; see {@link findPathFault}. */
  readonly path: string;
  readonly kind: BundleKind;
  readonly mediaType: BundleMediaType;
  readonly bytes: Uint8Array;
}
