import type { FactPath, Problem } from '../../../model/problem';
import { verifySignature } from '../ssh/verify-signature';
import { demandThen } from '../approval/demand';
import { tryFindKey, type OwnedKey, type SignerList } from '../approval/signer-list';
import type { EnvelopeSignature, StatementKind } from './signed-statement';

/** A signature with its number in the envelope, from 0. */
export interface NumberedSignature extends EnvelopeSignature {
  readonly index: number;
}

/** What a signature is held against. */
export interface SignatureQuestion {
  readonly kind: Pick<StatementKind<unknown>, 'noun' | 'namespace'>;
  readonly signers: SignerList;
  /** Whose list it is: `the signer list of the parent`. */
  readonly list: string;
  /** The present moment: `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly now: string;
  /** The bytes that were signed. */
  readonly message: Buffer;
  /** Who is said to have signed, and when by their word. */
  readonly principal: string;
  readonly signedAt: string;
  /** Until when the statement would count, which must end with its key.
   * @default - it tells what was, so it outlives the key that signed it
   */
  readonly notAfter?: string;
  /** What to do when it doesn't count. */
  readonly next: string;
}

/** Everything that is wrong with one signature of a statement, or with the key that made it. */
export function judgeSignature(
  question: SignatureQuestion,
  { signature, keyId, index }: NumberedSignature,
): readonly Problem[] {
  const { kind, signers, message, list, next } = question;
  const at = ['signatures', index];
  const verified = verifySignature(signature, { message, namespace: kind.namespace });
  const faults = verified.ok ? [] : verified.problems.map((one) => ({ ...one, at }));
  const key = tryFindKey(signers, keyId);
  if (key !== undefined) return [...faults, ...checkOwner(question, key, at), ...checkTime(question, key, at)];
  const unknown = demandThen(next)(false, at, {
    code: `${kind.noun}-key-unknown`,
    what: `${list} has no such key`,
    got: keyId,
    want: 'a key of the list',
  });
  return [...faults, ...unknown];
}

function checkOwner(
  { kind, principal, next }: SignatureQuestion,
  { owner }: OwnedKey,
  at: FactPath,
): readonly Problem[] {
  return demandThen(next)(owner.principal === principal, at, {
    code: `${kind.noun}-principal-not-owner`,
    what: `the key belongs to somebody else than the ${kind.noun === 'approval' ? 'approver' : 'signer'}`,
    got: principal,
    want: owner.principal,
  });
}

function checkTime(
  { kind: { noun }, now, signedAt, notAfter, next }: SignatureQuestion,
  { validFrom, validUntil, revokedAt }: OwnedKey,
  at: FactPath,
): readonly Problem[] {
  const demand = demandThen(next);
  return [
    ...demand(signedAt >= validFrom, at, {
      code: `${noun}-key-not-yet-valid`,
      what: 'the key was not yet valid at signing',
      got: signedAt,
      want: `not before ${validFrom}`,
    }),
    ...demand(signedAt <= validUntil, at, {
      code: `${noun}-key-expired`,
      what: 'the key was no longer valid at signing',
      got: signedAt,
      want: `not after ${validUntil}`,
    }),
    ...demand(notAfter === undefined || notAfter <= validUntil, at, {
      code: `${noun}-outlives-key`,
      what: `the ${noun} would count for longer than its key`,
      got: notAfter ?? '',
      want: `not after ${validUntil}`,
    }),
    ...demand(revokedAt === undefined || revokedAt > now, at, {
      code: `${noun}-key-revoked`,
      what: 'the key is revoked, and only its holder’s word says when it signed',
      got: `revoked at ${revokedAt ?? ''}`,
      want: 'a key that nobody else may have',
    }),
  ];
}
