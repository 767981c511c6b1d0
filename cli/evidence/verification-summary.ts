import { canonicalJson } from '../../model/canonical-json';
import type { GateCertificate } from '../../policies/certificate';

/** The predicate of a verification summary (SLSA 1.1, Verification Summary Attestation). */
export const SUMMARY_TYPE = 'https://slsa.dev/verification_summary/v1';

/** What a summary speaks of. */
export interface SummaryInput {
  readonly certificate: GateCertificate;
  /** Digests of what was read to come to the verdict, by their names in the bundle. */
  readonly inputs: Readonly<Record<string, string>>;
  /** When the deploy began, with the certificate verified: `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly verifiedAt: string;
}

/**
 * What the gate said of an assembly, as an in-toto statement that tools for SLSA read. It isn't signed by itself: the root
 * of its bundle binds it.
 */
export function verificationSummary({ certificate, inputs, verifiedAt }: SummaryInput): string {
  const { environment, assemblyDigest, bundleDigest, verdict } = certificate;
  return canonicalJson({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: `assembly of ${environment}`, digest: { sha256: hexOf(assemblyDigest) } }],
    predicateType: SUMMARY_TYPE,
    predicate: {
      verifier: { id: 'https://ndc.gov.vn/gate' },
      timeVerified: verifiedAt,
      resourceUri: `urn:ndc:assembly:${environment}`,
      policy: { uri: 'urn:ndc:rules', digest: { sha256: hexOf(bundleDigest) } },
      inputAttestations: Object.entries(inputs)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([uri, digest]) => ({ uri, digest: { sha256: hexOf(digest) } })),
      verificationResult: verdict === 'passed' ? 'PASSED' : 'FAILED',
      // The gate says nothing of how sources were built, so no level of SLSA is claimed.
      verifiedLevels: [],
      slsaVersion: '1.1',
    },
  });
}

function hexOf(digest: string): string {
  return digest.replace('sha256:', '');
}
