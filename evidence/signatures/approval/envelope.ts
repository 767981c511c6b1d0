import type { Result } from '../../../model/problem';
import { parseSigned, parseSigningBytes, type SignedStatement, type StatementKind } from '../envelope/signed-statement';
import { readStatement, type ApprovalStatement } from './statement';

/** An approval that was read from its envelope; whether it counts is not yet said. */
export type Approval = SignedStatement<ApprovalStatement>;

/** The namespace of the signatures, so that one made for Git or a file never counts as an approval. */
export const APPROVAL_NAMESPACE = 'ndc-approval';

/** Approvals among the statements that people sign. */
export const approvalKind: StatementKind<ApprovalStatement> = {
  noun: 'approval',
  namespace: APPROVAL_NAMESPACE,
  command: 'ndc approve',
  read: readStatement,
};

/** Reads an approval. The bytes may be hostile; nothing is verified. */
export function parseApproval(bytes: Uint8Array): Result<Approval> {
  return parseSigned(bytes, approvalKind);
}

/** Reads back the bytes to sign: the statement that a person signs by hand. The bytes may be hostile. */
export function parseMessage(bytes: Uint8Array): Result<ApprovalStatement> {
  return parseSigningBytes(bytes, approvalKind);
}
