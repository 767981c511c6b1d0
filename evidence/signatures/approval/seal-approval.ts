import { success, type Result } from '../../../model/problem';
import { preAuthEncoding, sealPayload } from '../envelope/signed-statement';
import type { SshPrivateKey } from '../ssh/private-key';
import { signMessage } from '../ssh/sign-message';
import { APPROVAL_NAMESPACE, approvalKind } from './envelope';
import { statementBytes, type ApprovalStatement } from './statement';

/** The bytes to sign for a statement: `ssh-keygen -Y sign -n ndc-approval` takes them as a file. */
export function approvalMessage(statement: ApprovalStatement): Result<Buffer> {
  const payload = statementBytes(statement);
  return payload.ok ? success(preAuthEncoding(payload.value)) : payload;
}

/** The envelope of a statement and its signatures, as text; each by a different key of the approver. */
export function sealApproval(statement: ApprovalStatement, signatures: readonly string[]): Result<string> {
  const payload = statementBytes(statement);
  return payload.ok ? sealPayload(payload.value, signatures, approvalKind) : payload;
}

/** Signs a statement with a key that is at hand, and seals it. */
export function signApproval(statement: ApprovalStatement, key: SshPrivateKey): Result<string> {
  const message = approvalMessage(statement);
  if (!message.ok) return message;
  const armored = signMessage({ key, message: message.value, namespace: APPROVAL_NAMESPACE });
  return armored.ok ? sealApproval(statement, [armored.value]) : armored;
}
