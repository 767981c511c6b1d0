/** What a part of a bundle may be, and what it is there for; a bundle holds nothing else. */
export const bundleKinds = {
  approval: 'a signed statement that somebody approves the review',
  assembly: 'the manifest of the assembly: every file and object with its digest and source',
  certificate: 'what the gate said of the assembly',
  evaluations: 'every judgement of every rule, with the digests of what was judged',
  journal: 'what a deploy did, entry by entry',
  live: 'what stood in the clusters after the deploy',
  plan: 'what a deploy was going to change',
  review: 'what a change means, as it was shown to those who approve',
  rules: 'the bundle of the rules that judged',
  segmentation: 'the certificate of the open paths',
  signers: 'who might sign, as the parent said',
  summary: 'a verification summary of the gate (SLSA)',
  tools: 'the versions of the tools that ran',
} as const;

/** The kind of a part. */
export type BundleKind = keyof typeof bundleKinds;

/** The media types that a part may have: texts alone, so that secrets in them can be found (RFC 6838). */
export const bundleMediaTypes = [
  'application/json',
  'application/vnd.in-toto+json',
  'application/x-ndjson',
  'application/yaml',
  'text/csv',
  'text/html',
  'text/markdown',
  'text/plain',
] as const;

/** The media type of a part. */
export type BundleMediaType = (typeof bundleMediaTypes)[number];

/** Whether a text names a kind of parts. */
export function isBundleKind(text: string): text is BundleKind {
  return Object.hasOwn(bundleKinds, text);
}

/** Whether a text names a media type of parts. */
export function isBundleMediaType(text: string): text is BundleMediaType {
  return bundleMediaTypes.some((one) => one === text);
}
