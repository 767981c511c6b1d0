import type { FactPath, Problem } from '../../../model/problem';
import { verifySignature } from '../ssh/verify-signature';
import { demand } from './demand';
import { APPROVAL_NAMESPACE, type Approval, type EnvelopeSignature } from './envelope';
import type { ApprovalQuestion } from './question';
import { tryFindKey, type OwnedKey } from './signer-list';

/** A signature with its number in the envelope, from 0. */
export interface NumberedSignature extends EnvelopeSignature {
  readonly index: number;
}

/** Everything that is wrong with one signature of an approval, or with the key that made it. */
export function judgeSignature(
  { signers, now }: Pick<ApprovalQuestion, 'signers' | 'now'>,
  { statement, message }: Approval,
  { signature, keyId, index }: NumberedSignature,
): readonly Problem[] {
  const at = ['signatures', index];
  const verified = verifySignature(signature, { message, namespace: APPROVAL_NAMESPACE });
  const faults = verified.ok ? [] : verified.problems.map((one) => ({ ...one, at }));
  const key = tryFindKey(signers, keyId);
  if (key !== undefined)
    return [...faults, ...checkOwner(key, statement, at), ...checkTime(key, statement, { now, at })];
  const unknown = demand(false, at, {
    code: 'approval-key-unknown',
    what: 'the signer list of the parent has no such key',
    got: keyId,
    want: 'a key of the list',
  });
  return [...faults, ...unknown];
}

function checkOwner({ owner }: OwnedKey, { approver }: Approval['statement'], at: FactPath): readonly Problem[] {
  return demand(owner.principal === approver.principal, at, {
    code: 'approval-principal-not-owner',
    what: 'the key belongs to somebody else than the approver',
    got: approver.principal,
    want: owner.principal,
  });
}

interface Moment {
  readonly now: string;
  readonly at: FactPath;
}

function checkTime(
  { validFrom, validUntil, revokedAt }: OwnedKey,
  { signedAt, notAfter }: Approval['statement'],
  { now, at }: Moment,
): readonly Problem[] {
  return [
    ...demand(signedAt >= validFrom, at, {
      code: 'approval-key-not-yet-valid',
      what: 'the key was not yet valid at signing',
      got: signedAt,
      want: `not before ${validFrom}`,
    }),
    ...demand(signedAt <= validUntil, at, {
      code: 'approval-key-expired',
      what: 'the key was no longer valid at signing',
      got: signedAt,
      want: `not after ${validUntil}`,
    }),
    ...demand(notAfter <= validUntil, at, {
      code: 'approval-outlives-key',
      what: 'the approval would count for longer than its key',
      got: notAfter,
      want: `not after ${validUntil}`,
    }),
    ...demand(revokedAt === undefined || revokedAt > now, at, {
      code: 'approval-key-revoked',
      what: 'the key is revoked, and only its holder’s word says when it signed',
      got: `revoked at ${revokedAt ?? ''}`,
      want: 'a key that nobody else may have',
    }),
  ];
}
