import type { Bundle } from '../../evidence/bundle/verify-bundle';
import { parseApproval } from '../../evidence/signatures/approval/envelope';
import { ProblemError, valueOf } from '../../model/problem';
import type { GateCertificate } from '../../policies/certificate';
import type { CertificateFile, EvidenceLink, SignatureLink, TraceBundle } from '../../reports/trace/evidence-link';
import { digestOf } from '../../resources/digest';
import { manifestShape } from '../../resources/read/manifest-shape';
import { checkEvidence, type EvidenceCheck } from '../evidence/check-evidence';
import { certificateOf, partOf, readBundleFile } from '../evidence/bundle-file';
import { today, type Io } from '../io';
import { tryParseJson } from '../try-parse-json';

/** A bundle that was verified, as a chain is followed through it. */
export interface TracedBundle {
  /** Digest of the assembly that it speaks of. */
  readonly assembly: string;
  /** What the gate said of that assembly. */
  readonly certificate: GateCertificate;
  /** The certificate as a part of the bundle. */
  readonly certificateFile: CertificateFile;
  readonly links: TraceBundle;
}

/**
 * Reads a bundle and verifies it: every byte, what its parts say together, and each signature that counted.
 * @throws ProblemError in the words of the verifier when anything of it doesn't hold
 */
export function readTracedBundle(name: string, io: Io): TracedBundle {
  const bundle = readBundleFile(name, io);
  const check = checkEvidence(bundle, name);
  if (check.problems.length > 0) throw new ProblemError(check.problems);
  const { path, bytes } = partOf(bundle, 'certificate');
  const certificate = certificateOf(bytes, check.assembly);
  return {
    assembly: check.assembly,
    certificate,
    certificateFile: { path, digest: digestOf(bytes) },
    links: { evidence: evidenceOf(bundle, check, certificate), signatures: signaturesOf(bundle, check) },
  };
}

function evidenceOf(
  bundle: Bundle,
  { assembly, review }: EvidenceCheck,
  certificate: GateCertificate,
): readonly EvidenceLink[] {
  const manifest = partOf(bundle, 'assembly');
  const listed = manifestShape.safeParse(tryParseJson(manifest.bytes.toString('utf8')));
  return [
    { kind: 'assembly', name: manifest.path, digest: assembly },
    { kind: 'rules', name: partOf(bundle, 'rules').path, digest: certificate.bundleDigest },
    { kind: 'evaluations', name: partOf(bundle, 'evaluations').path, digest: certificate.evaluationsDigest },
    {
      kind: 'certificate',
      name: partOf(bundle, 'certificate').path,
      digest: digestOf(partOf(bundle, 'certificate').bytes),
    },
    ...(review === undefined
      ? []
      : [{ kind: 'review' as const, name: partOf(bundle, 'review').path, digest: review.digest }]),
    ...(listed.success ? listed.data.files : []).map(({ path, digest }) => ({
      kind: 'file' as const,
      name: path,
      digest,
    })),
  ];
}

/** Who signed, by the approvals that counted; each names its review and its rules, and the review its assembly. */
function signaturesOf(bundle: Bundle, { assembly, counted }: EvidenceCheck): readonly SignatureLink[] {
  const envelopes = bundle.parts.filter(({ kind }) => kind === 'approval');
  return counted.map(({ principal, role, envelope }) => {
    const { statement } = valueOf(parseApproval(envelopes[envelope]?.bytes ?? new Uint8Array()));
    const { reviewDigest, rulesDigest, parentDigest, signedAt } = statement;
    const named = [reviewDigest, rulesDigest, ...(parentDigest === null ? [] : [parentDigest]), assembly];
    const signedOn = today({ now: () => new Date(signedAt) });
    return { signer: principal, role, statement: 'approval', signedOn, digests: [...new Set(named)].toSorted() };
  });
}
