import fc from 'fast-check';
import { bundleKinds, bundleMediaTypes, isBundleKind } from '../../../evidence/bundle/manifest/bundle-kinds';
import type { BundlePart } from '../../../evidence/bundle/manifest/bundle-part';
import { writeBundle, type BundleInput } from '../../../evidence/bundle/write-bundle';
import { valueOf } from '../../../model/problem';

/** A part of JSON with a few words in it. */
export function jsonPart(path: string, value: unknown): BundlePart {
  return { path, kind: 'plan', mediaType: 'application/json', bytes: Buffer.from(JSON.stringify(value)) };
}

/** A part of text. */
export function textPart(path: string, text: string): BundlePart {
  return { path, kind: 'tools', mediaType: 'text/plain', bytes: Buffer.from(text) };
}

/** Parts as a deploy would hand them over: short and long ones, one that fills its blocks, an empty one, a long path. */
export const parts: readonly BundlePart[] = [
  jsonPart('plan/terraform.json', { changes: [{ address: 'kubernetes_namespace.shop', action: 'create' }] }),
  textPart('journal.ndjson', 'a deploy began\n'.repeat(50)),
  textPart('tools.txt', 'x'.repeat(512)),
  textPart('live/nothing.txt', ''),
  textPart(`evaluations/${'a-very-long-name-of-a-rule-'.repeat(3)}/${'n'.repeat(40)}.txt`, 'passed\n'),
];

/** The bytes of a bundle that must be writable. */
export function archiveOf(input: Partial<BundleInput>): Buffer {
  const given = { environment: 'sandbox', previous: null, parts, ...input };
  return Buffer.concat(valueOf(writeBundle(given)).chunks);
}

const name = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,12}$/);
const paths = fc.uniqueArray(
  fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/')),
  { minLength: 1, maxLength: 6, selector: (path) => path.split('/')[0] },
);

/** Any parts that a bundle can have; the first names of their paths differ, so that none is a folder of another. */
export const anyParts: fc.Arbitrary<readonly BundlePart[]> = paths.chain((chosen) =>
  fc.tuple(
    ...chosen.map((path) =>
      fc.record({
        path: fc.constant(path),
        kind: fc.constantFrom(...Object.keys(bundleKinds).filter(isBundleKind)),
        mediaType: fc.constantFrom(...bundleMediaTypes.filter((one) => one.startsWith('text/'))),
        bytes: fc.string({ unit: 'grapheme', maxLength: 700 }).map((text) => Buffer.from(text.replaceAll('\0', ' '))),
      }),
    ),
  ),
);
