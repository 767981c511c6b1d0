import { failure, success, type Result } from '../../../model/problem';
import { armorSignature } from '../ssh/armor';
import type { SshPrivateKey } from '../ssh/private-key';
import { signMessage } from '../ssh/sign-message';
import { parseSignature } from '../ssh/signature';
import { verifySignature } from '../ssh/verify-signature';
import { APPROVAL_NAMESPACE, parseApproval, preAuthEncoding, writeEnvelope } from './envelope';
import { statementBytes, type ApprovalStatement } from './statement';

/** The bytes to sign for a statement: `ssh-keygen -Y sign -n ndc-approval` takes them as a file. */
export function approvalMessage(statement: ApprovalStatement): Result<Buffer> {
  const payload = statementBytes(statement);
  return payload.ok ? success(preAuthEncoding(payload.value)) : payload;
}

/**
 * The envelope of a statement and its signatures, as text; each is what `ssh-keygen -Y sign` wrote for the bytes of {@link
 * approvalMessage}, by a different key of the approver. Signatures of other bytes are refused here already; whose keys they
 * are is judged later.
 */
export function sealApproval(statement: ApprovalStatement, signatures: readonly string[]): Result<string> {
  const payload = statementBytes(statement);
  if (!payload.ok) return payload;
  const message = preAuthEncoding(payload.value);
  const verified = signatures.map((armored) => {
    const signature = parseSignature(armored);
    return signature.ok ? verifySignature(signature.value, { message, namespace: APPROVAL_NAMESPACE }) : signature;
  });
  const problems = verified.flatMap((one) => (one.ok ? [] : one.problems));
  if (problems.length > 0) return failure(problems);
  const good = verified.flatMap((one) => (one.ok ? [one.value] : []));
  const parts = good.map(({ publicKey, blob }) => ({ keyId: publicKey.fingerprint, armored: armorSignature(blob) }));
  const envelope = writeEnvelope(payload.value, parts);
  const read = parseApproval(Buffer.from(envelope));
  return read.ok ? success(envelope) : read;
}

/** Signs a statement with a key that is at hand, and seals it. */
export function signApproval(statement: ApprovalStatement, key: SshPrivateKey): Result<string> {
  const message = approvalMessage(statement);
  if (!message.ok) return message;
  const armored = signMessage({ key, message: message.value, namespace: APPROVAL_NAMESPACE });
  return armored.ok ? sealApproval(statement, [armored.value]) : armored;
}
