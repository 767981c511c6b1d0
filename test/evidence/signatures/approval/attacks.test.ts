import { preAuthEncoding, writeEnvelope } from '../../../../evidence/signatures/envelope/signed-statement';
import { approvalMessage } from '../../../../evidence/signatures/approval/seal-approval';
import { parseSignerList } from '../../../../evidence/signatures/approval/signer-list';
import { statementBytes } from '../../../../evidence/signatures/approval/statement';
import { printPublicKey } from '../../../../evidence/signatures/ssh/public-key';
import { signMessage } from '../../../../evidence/signatures/ssh/sign-message';
import { valueOf } from '../../../../model/problem';
import {
  approve,
  beside,
  binh,
  COUNTS,
  digestOf,
  judge,
  keys,
  newKey,
  now,
  outcomes,
  payloadText,
  question,
  sealBytes,
  signerData,
  statementOf,
} from '../kit/scene';

/** The signer list with the key of An bent. */
function withKeyOfAn(bend: Record<string, string>): Parameters<typeof judge>[1] {
  const data = signerData();
  const [first] = data.signers;
  if (first !== undefined) first.keys = first.keys.map((key) => ({ ...key, ...bend }));
  return { signers: valueOf(parseSignerList(data)) };
}

describe('approvals', () => {
  it('allow a change that two persons in two roles signed', () => {
    const judgement = judge([approve('an'), binh]);
    expect(judgement.isSatisfied).toBe(true);
    expect(outcomes(judgement)).toEqual([COUNTS, COUNTS]);
  });

  it.each([
    ['another review', { reviewDigest: digestOf('d') }, 'approval-other-review'],
    ['other rules', { rulesDigest: digestOf('d') }, 'approval-other-rules'],
    ['another parent', { parentDigest: digestOf('d') }, 'approval-other-parent'],
    ['the first deploy', { parentDigest: null }, 'approval-other-parent'],
    ['a change of others', { authors: ['chi@ndc.gov.vn', 'dung@ndc.gov.vn'] }, 'approval-other-authors'],
  ])('refuses an approval that is replayed from %s', (_, bend, code) => {
    expect(beside(approve('an', bend))).toEqual([false, code]);
  });

  it('refuses a signature that was made for something else', () => {
    const payload = Buffer.from(payloadText());
    expect(beside(sealBytes(payload))).toEqual([true, COUNTS]);
    expect(beside(sealBytes(payload, 'git'))).toEqual([false, 'signature-namespace']);
  });

  it('refuses a signature of the bare statement, whose type was not signed with it', () => {
    const payload = Buffer.from(payloadText());
    const armored = valueOf(signMessage({ key: keys.an, message: payload, namespace: 'ndc-approval' }));
    const envelope = writeEnvelope(payload, [{ keyId: keys.an.publicKey.fingerprint, armored }]);
    expect(beside(Buffer.from(envelope))).toEqual([false, 'signature-false']);
  });

  it('refuses a key that was not yet, or no longer, valid at signing', () => {
    expect(beside(approve('an'), withKeyOfAn({ validFrom: '2026-10-01T08:00:01Z' }))).toEqual([
      false,
      'approval-key-not-yet-valid',
    ]);
    const over = withKeyOfAn({ validUntil: '2026-10-01T07:59:59Z' });
    expect(beside(approve('an'), over)).toEqual([false, 'approval-key-expired approval-outlives-key']);
  });

  it('refuses an approval that would outlive its key by a second', () => {
    expect(beside(approve('an'), withKeyOfAn({ validUntil: '2026-10-15T08:00:00Z' }))).toEqual([true, COUNTS]);
    expect(beside(approve('an'), withKeyOfAn({ validUntil: '2026-10-15T07:59:59Z' }))).toEqual([
      false,
      'approval-outlives-key',
    ]);
  });

  it('refuses a revoked key from that second on, whatever its holder says of when it signed', () => {
    expect(beside(approve('an'), withKeyOfAn({ revokedAt: '2026-10-02T08:00:01Z' }))).toEqual([true, COUNTS]);
    expect(beside(approve('an'), withKeyOfAn({ revokedAt: now }))).toEqual([false, 'approval-key-revoked']);
  });

  it('refuses an approval after its end, and one from the future beyond what clocks may differ', () => {
    const at = (moment: string): unknown => beside(approve('an'), { now: moment });
    expect(at('2026-10-15T08:00:00Z')).toEqual([true, COUNTS]);
    expect(at('2026-10-15T08:00:01Z')).toEqual([false, 'approval-expired']);
    expect(at('2026-10-01T07:55:00Z')).toEqual([true, COUNTS]);
    expect(at('2026-10-01T07:54:59Z')).toEqual([false, 'approval-in-future']);
  });

  it('refuses the same person twice, under two accounts, keys and roles', () => {
    const judgement = judge([approve('an'), approve('anAgain')]);
    expect(judgement.isSatisfied).toBe(false);
    expect(outcomes(judgement).toSorted()).toEqual(['approval-same-person', COUNTS]);
  });

  it('refuses the same approval given twice', () => {
    const judgement = judge([approve('an'), approve('an')]);
    expect([judgement.isSatisfied, ...outcomes(judgement)]).toEqual([false, COUNTS, 'approval-same-person']);
  });

  it('refuses the author as approver, named as account or as person', () => {
    for (const authors of [['dung@ndc.gov.vn'], ['dung']])
      expect(outcomes(judge([approve('dung', { authors })], { authors }))).toEqual(['approval-by-author']);
  });

  it('refuses an author who signs by another account', () => {
    const authors = ['an.other@ndc.gov.vn'];
    expect(outcomes(judge([approve('an', { authors })], { authors }))).toEqual(['approval-by-author']);
  });

  it('refuses a key that only the change itself adds to the signer list', () => {
    const added = newKey();
    const data = signerData();
    data.signers[0]?.keys.push({
      publicKey: printPublicKey(added.publicKey),
      validFrom: now,
      validUntil: '2027-01-01T00:00:00Z',
    });
    const [envelope, inChange] = [approve('an', { signedAt: now }, added), { signers: valueOf(parseSignerList(data)) }];
    expect(beside(envelope, inChange)).toEqual([true, COUNTS]);
    expect(beside(envelope)).toEqual([false, 'approval-key-unknown']);
  });

  it('refuses a key of somebody else than the approver', () => {
    expect(beside(approve('an', {}, keys.chi))).toEqual([false, 'approval-principal-not-owner']);
  });

  it('refuses an account that the signer list doesn’t have, and a role that it doesn’t hold', () => {
    const [nobody, other] = ['nobody@ndc.gov.vn', 'data-protection-officer'];
    const unknown = approve('an', { approver: { principal: nobody, role: 'security-reviewer' } });
    expect(beside(unknown)).toEqual([false, 'approval-principal-unknown approval-principal-not-owner']);
    expect(beside(approve('an', { approver: { ...statementOf('an').approver, role: other } }))).toEqual([
      false,
      'approval-role-not-held',
    ]);
  });

  it('refuses with one signature removed, and says who is lacking', () => {
    const [requirement] = judge([binh]).requirements;
    expect(requirement).toMatchObject({
      isSatisfied: false,
      lacking: 1,
      openRoles: ['data-protection-officer', 'security-reviewer'],
    });
    const envelope = approve('an')
      .toString()
      .replace(/"signatures":\[.*\]/, '"signatures":[]');
    expect(beside(Buffer.from(envelope))).toEqual([false, 'value-list']);
  });

  it('refuses an envelope in which one of two signatures is false', () => {
    const second = newKey();
    const data = signerData();
    data.signers[0]?.keys.push({
      publicKey: printPublicKey(second.publicKey),
      validFrom: '2026-01-01T00:00:00Z',
      validUntil: '2026-12-31T23:59:59Z',
    });
    const signers = valueOf(parseSignerList(data));
    const payload = Buffer.from(payloadText());
    const sealed = (message: Buffer): Buffer =>
      Buffer.from(
        writeEnvelope(
          payload,
          [keys.an, second].map((key, index) => ({
            keyId: key.publicKey.fingerprint,
            armored: valueOf(
              signMessage({
                key,
                message: index === 0 ? preAuthEncoding(payload) : message,
                namespace: 'ndc-approval',
              }),
            ),
          })),
        ),
      );
    expect(beside(sealed(preAuthEncoding(payload)), { signers })).toEqual([true, COUNTS]);
    expect(beside(sealed(Buffer.from('other')), { signers })).toEqual([false, 'signature-false']);
  });

  it('refuses more envelopes than it reads, and then counts none', () => {
    const judgement = judge(Array.from({ length: 101 }, () => binh));
    expect(judgement).toMatchObject({ isSatisfied: false, problems: [{ code: 'approvals-too-many', got: '101' }] });
  });

  it('refuses an approval by a hash of the wrong message under the right key', () => {
    const message = valueOf(approvalMessage(statementOf('an', { reviewDigest: digestOf('d') })));
    const armored = valueOf(signMessage({ key: keys.an, message, namespace: 'ndc-approval' }));
    const payload = valueOf(statementBytes(statementOf('an', { reviewDigest: question.reviewDigest })));
    const envelope = writeEnvelope(payload, [{ keyId: keys.an.publicKey.fingerprint, armored }]);
    expect(beside(Buffer.from(envelope))).toEqual([false, 'signature-false']);
  });
});
