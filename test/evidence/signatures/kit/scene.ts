import { generateKeyPairSync } from 'node:crypto';
import { judgeApprovals, type ApprovalJudgement } from '../../../../evidence/signatures/approval/judge-approvals';
import { preAuthEncoding, writeEnvelope } from '../../../../evidence/signatures/envelope/signed-statement';
import type { ApprovalQuestion } from '../../../../evidence/signatures/approval/question';
import { signApproval } from '../../../../evidence/signatures/approval/seal-approval';
import { parseSignerList } from '../../../../evidence/signatures/approval/signer-list';
import { statementBytes, type ApprovalStatement } from '../../../../evidence/signatures/approval/statement';
import { parsePrivateKey, type SshPrivateKey } from '../../../../evidence/signatures/ssh/private-key';
import { printPublicKey } from '../../../../evidence/signatures/ssh/public-key';
import { signMessage } from '../../../../evidence/signatures/ssh/sign-message';
import { valueOf } from '../../../../model/problem';

/** A new key of Ed25519. */
export function newKey(): SshPrivateKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  return valueOf(parsePrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()));
}

/** Accounts of the signer list: An has two, Dung made the change. */
export const accounts = {
  an: { principal: 'an@ndc.gov.vn', person: 'an', roles: ['security-reviewer'] },
  anAgain: { principal: 'an.other@ndc.gov.vn', person: 'an', roles: ['platform-owner'] },
  binh: { principal: 'binh@ndc.gov.vn', person: 'binh', roles: ['platform-owner', 'data-protection-officer'] },
  chi: { principal: 'chi@ndc.gov.vn', person: 'chi', roles: ['platform-owner'] },
  dung: { principal: 'dung@ndc.gov.vn', person: 'dung', roles: ['security-reviewer', 'platform-owner'] },
} as const;

export type Account = keyof typeof accounts;

const names = Object.keys(accounts) as readonly Account[];

/** The keys of the accounts. */
export const keys = Object.fromEntries(names.map((name) => [name, newKey()])) as Readonly<
  Record<Account, SshPrivateKey>
>;

export const validFrom = '2026-01-01T00:00:00Z';
export const validUntil = '2026-12-31T23:59:59Z';
export const now = '2026-10-02T08:00:00Z';

/** The signer list of the parent as data. */
export function signerData(): { signers: { principal: string; keys: Record<string, string>[] }[] } {
  const signers = names.map((name) => ({
    ...accounts[name],
    keys: [{ publicKey: printPublicKey(keys[name].publicKey), validFrom, validUntil }],
  }));
  return structuredClone({ signers });
}

/** A digest that is one letter again and again. */
export function digestOf(letter: string): string {
  return `sha256:${letter.repeat(64)}`;
}

/** A change that Dung made, which two persons in two roles must sign. */
export const question: ApprovalQuestion = {
  reviewDigest: digestOf('a'),
  rulesDigest: digestOf('b'),
  parentDigest: digestOf('c'),
  authors: [accounts.dung.principal],
  requirements: [
    {
      id: 'loosening',
      reason: 'a control weakens',
      anyOf: ['security-reviewer', 'platform-owner', 'data-protection-officer'],
      count: 2,
    },
  ],
  signers: valueOf(parseSignerList(signerData())),
  now,
};

/** What an account says, in its first role unless bent. */
export function statementOf(name: Account, bend: Partial<ApprovalStatement> = {}): ApprovalStatement {
  return {
    reviewDigest: question.reviewDigest,
    rulesDigest: question.rulesDigest,
    parentDigest: question.parentDigest,
    authors: [accounts.dung.principal],
    approver: { principal: accounts[name].principal, role: accounts[name].roles[0] },
    reason: 'mở cổng 443 cho trục liên thông, đã xem từng luồng',
    signedAt: '2026-10-01T08:00:00Z',
    notAfter: '2026-10-15T08:00:00Z',
    ...bend,
  };
}

/** The envelope of an account, signed by its own key unless another is given. */
export function approve(name: Account, bend: Partial<ApprovalStatement> = {}, key = keys[name]): Buffer {
  return Buffer.from(valueOf(signApproval(statementOf(name, bend), key)));
}

/** What became of each envelope: the requirements it counts for, or the codes of why not. */
export function outcomes(judgement: ApprovalJudgement): readonly string[] {
  return judgement.approvals.map((one) =>
    one.counts ? `counts for ${one.requirements.join(', ')}` : one.problems.map(({ code }) => code).join(' '),
  );
}

/** Judges envelopes, with the question bent. */
export function judge(envelopes: readonly Uint8Array[], bend: Partial<ApprovalQuestion> = {}): ApprovalJudgement {
  return judgeApprovals({ ...question, ...bend }, envelopes);
}

/** What an approval that counts comes to. */
export const COUNTS = 'counts for loosening';
/** A good approval, beside which others are judged. */
export const binh = approve('binh');

/** An approval by An whose payload is any bytes, signed as they are. */
export function sealBytes(payload: Buffer, namespace = 'ndc-approval'): Buffer {
  const armored = valueOf(signMessage({ key: keys.an, message: preAuthEncoding(payload), namespace }));
  return Buffer.from(writeEnvelope(payload, [{ keyId: keys.an.publicKey.fingerprint, armored }]));
}

/** The payload of An's approval, as text that may be changed. */
export function payloadText(): string {
  return valueOf(statementBytes(statementOf('an'))).toString();
}

/** Judges an envelope of An beside a good one of Binh. */
export function beside(
  envelope: Uint8Array,
  bend: Parameters<typeof judge>[1] = {},
): readonly [boolean, string | undefined] {
  const judgement = judge([envelope, binh], bend);
  return [judgement.isSatisfied, outcomes(judgement)[0]];
}
