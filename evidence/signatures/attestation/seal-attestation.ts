import { success, type Result } from '../../../model/problem';
import {
  parseSigned,
  parseSigningBytes,
  preAuthEncoding,
  sealPayload,
  type SignedStatement,
  type StatementKind,
} from '../envelope/signed-statement';
import type { SshPrivateKey } from '../ssh/private-key';
import { signMessage } from '../ssh/sign-message';
import { attestationBytes, readAttestationStatement, type AttestationStatement } from './statement';

/** The namespace of the signatures, so that an approval or a commit never counts as a record. */
export const ATTESTATION_NAMESPACE = 'ndc-attestation';

/** Records of manual controls among the statements that people sign. */
export const attestationKind: StatementKind<AttestationStatement> = {
  noun: 'attestation',
  namespace: ATTESTATION_NAMESPACE,
  command: 'ndc attest',
  read: readAttestationStatement,
};

/** Reads a record. The bytes may be hostile; nothing is verified. */
export function parseAttestation(bytes: Uint8Array): Result<SignedStatement<AttestationStatement>> {
  return parseSigned(bytes, attestationKind);
}

/** Reads back the bytes to sign. They may be hostile. */
export function parseAttestationMessage(bytes: Uint8Array): Result<AttestationStatement> {
  return parseSigningBytes(bytes, attestationKind);
}

/** The bytes to sign for a record: `ssh-keygen -Y sign -n ndc-attestation` takes them as a file. */
export function attestationMessage(statement: AttestationStatement): Result<Buffer> {
  const payload = attestationBytes(statement);
  return payload.ok ? success(preAuthEncoding(payload.value)) : payload;
}

/** The envelope of a record and its signatures, as text; each by a different key of the signer. */
export function sealAttestation(statement: AttestationStatement, signatures: readonly string[]): Result<string> {
  const payload = attestationBytes(statement);
  return payload.ok ? sealPayload(payload.value, signatures, attestationKind) : payload;
}

/** Signs a record with a key that is at hand, and seals it. */
export function signAttestation(statement: AttestationStatement, key: SshPrivateKey): Result<string> {
  const message = attestationMessage(statement);
  if (!message.ok) return message;
  const armored = signMessage({ key, message: message.value, namespace: ATTESTATION_NAMESPACE });
  return armored.ok ? sealAttestation(statement, [armored.value]) : armored;
}
