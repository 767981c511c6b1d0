import { BUNDLE_PATH } from '../../policies/engine/bundle/rule-bundle';
import type { GateCertificate } from '../../policies/certificate';
import type { AssemblyView } from '../../resources/view/assembly-view';

/** What a piece of evidence is: an input of the judgement, what came out of it, or what people were shown of it. */
export const evidenceKinds = ['assembly', 'file', 'rules', 'evaluations', 'certificate', 'review'] as const;

/** One kind of evidence. */
export type EvidenceKind = (typeof evidenceKinds)[number];

/** A piece of evidence, known by its digest. */
export interface EvidenceLink {
  readonly kind: EvidenceKind;
  /** Path of the file that carries it, or what stands for one; for `file` the path in the assembly. */
  readonly name: string;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly digest: string;
}

/** A signature that somebody made over evidence; whoever reads it from a bundle has verified it. */
export interface SignatureLink {
  /** Principal as the list of signers names it. */
  readonly signer: string;
  readonly role: string;
  /** What was signed, such as `approval`. */
  readonly statement: string;
  /** `YYYY-MM-DD`. */
  readonly signedOn: string;
  /** The digests that the statement names, and that of the assembly whose review it approves. */
  readonly digests: readonly string[];
}

/** What a bundle of evidence says of one assembly; whoever reads it has verified it. */
export interface TraceBundle {
  /** What it holds, and the files that its manifest of the assembly names. */
  readonly evidence: readonly EvidenceLink[];
  readonly signatures: readonly SignatureLink[];
}

/** The certificate that stands beside an assembly. */
export interface CertificateFile {
  readonly path: string;
  /** Digest of its bytes. */
  readonly digest: string;
}

/** What was written of a judgement elsewhere than in the assembly. */
export interface WrittenEvidence {
  /** @default - no certificate of the judgement was written */
  readonly certificateFile?: CertificateFile | undefined;
  /** @default - no bundle was given */
  readonly bundle?: TraceBundle | undefined;
}

/** The evidence of a judgement: what went into it by its digest, and what came out of it; files are sorted by path. */
export function listEvidence(
  { assembly, files }: AssemblyView,
  { bundleDigest, evaluationsDigest }: Pick<GateCertificate, 'bundleDigest' | 'evaluationsDigest'>,
  { certificateFile: certificate, bundle }: WrittenEvidence,
): readonly EvidenceLink[] {
  return [
    { kind: 'assembly', name: 'manifest.json', digest: assembly.digest },
    { kind: 'rules', name: BUNDLE_PATH, digest: bundleDigest },
    { kind: 'evaluations', name: '', digest: evaluationsDigest },
    ...(certificate === undefined
      ? []
      : [{ kind: 'certificate' as const, name: certificate.path, digest: certificate.digest }]),
    ...(bundle?.evidence ?? []).filter(({ kind }) => kind === 'review'),
    ...files.map(({ path, digest }) => ({ kind: 'file' as const, name: path, digest })),
  ];
}
