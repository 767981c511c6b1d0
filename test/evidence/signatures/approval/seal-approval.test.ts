import { parseApproval } from '../../../../evidence/signatures/approval/envelope';
import { approvalMessage, sealApproval, signApproval } from '../../../../evidence/signatures/approval/seal-approval';
import { statementBytes } from '../../../../evidence/signatures/approval/statement';
import { signMessage } from '../../../../evidence/signatures/ssh/sign-message';
import { valueOf } from '../../../../model/problem';
import { codesOf } from '../kit/codes';
import { digestOf, keys, newKey, statementOf } from '../kit/scene';

const statement = statementOf('an');
const namespace = 'ndc-approval';
const signed = (key = keys.an): string =>
  valueOf(signMessage({ key, message: valueOf(approvalMessage(statement)), namespace }));

describe('an approval', () => {
  it('is an in-toto statement in canonical JSON', () => {
    expect(
      valueOf(statementBytes(statement))
        .toString()
        .replaceAll(/(.)\1{63}/g, '$1…'),
    ).toMatchInlineSnapshot(
      `"{"_type":"https://in-toto.io/Statement/v1","predicate":{"approver":{"principal":"an@ndc.gov.vn","role":"security-reviewer"},"authors":["dung@ndc.gov.vn"],"notAfter":"2026-10-15T08:00:00Z","parent":{"sha256":"c…"},"reason":"mở cổng 443 cho trục liên thông, đã xem từng luồng","rules":{"sha256":"b…"},"signedAt":"2026-10-01T08:00:00Z"},"predicateType":"https://ndc.gov.vn/attestation/approval/v1","subject":[{"digest":{"sha256":"a…"},"name":"review"}]}"`,
    );
  });

  it('is signed with its length and type (DSSE, PAE)', () => {
    const payload = valueOf(statementBytes(statement));
    const start = `DSSEv1 28 application/vnd.in-toto+json ${payload.length} `;
    expect(valueOf(approvalMessage(statement))).toEqual(Buffer.concat([Buffer.from(start), payload]));
  });

  it('comes back from its envelope as it went in', () => {
    const approval = valueOf(parseApproval(Buffer.from(valueOf(signApproval(statement, keys.an)))));
    expect(approval.statement).toEqual(statement);
    expect(approval.message).toEqual(valueOf(approvalMessage(statement)));
    expect(approval.signatures.map(({ armored }) => armored)).toEqual([signed()]);
  });

  it('is sealed with signatures of several keys, in one order', () => {
    const second = newKey();
    const envelope = valueOf(sealApproval(statement, [signed(), signed(second)]));
    expect(valueOf(sealApproval(statement, [signed(second), signed()]))).toBe(envelope);
    expect(valueOf(parseApproval(Buffer.from(envelope))).signatures).toHaveLength(2);
  });

  it('is sealed in one form whatever the form of lines that the signature came in', () => {
    const wide = signed()
      .replaceAll(/(?<!-)\n(?!-)/g, '')
      .replaceAll('\n', '\r\n');
    expect(valueOf(sealApproval(statement, [wide]))).toBe(valueOf(signApproval(statement, keys.an)));
  });

  it('refuses to be sealed with no signature, one key twice, or a signature of something else', () => {
    expect(codesOf(sealApproval(statement, []))).toBe('value-list');
    expect(codesOf(sealApproval(statement, [signed(), signed()]))).toBe('signatures-order');
    expect(codesOf(sealApproval({ ...statement, reason: 'khác' }, [signed()]))).toBe('signature-false');
    const git = valueOf(signMessage({ key: keys.an, message: valueOf(approvalMessage(statement)), namespace: 'git' }));
    expect(codesOf(sealApproval(statement, [git, 'none']))).toBe('signature-namespace signature-armor');
  });

  it.each([
    ['an end before its beginning', { notAfter: statement.signedAt }, 'approval-span'],
    ['more than 30 days', { notAfter: '2026-10-31T08:00:01Z' }, 'approval-span'],
    ['a local time', { signedAt: '2026-10-01T15:00:00+07:00' }, 'instant-form'],
    ['a day that does not exist', { signedAt: '2026-09-31T08:00:00Z' }, 'instant-form'],
    ['no author', { authors: [] }, 'value-list'],
    ['authors out of order', { authors: ['b', 'a'] }, 'authors-order'],
    ['an author twice', { authors: ['a', 'a'] }, 'authors-order'],
    ['no reason', { reason: '' }, 'reason-form'],
    ['a reason that runs backwards', { reason: 'an \u202etoàn' }, 'reason-form'],
    ['a reason of several lines', { reason: 'một\nhai' }, 'reason-form'],
    ['a reason that is not composed', { reason: 'mở'.normalize('NFD') }, 'reason-form'],
    ['a reason with half a character', { reason: 'a\ud800' }, 'reason-form'],
    ['a digest of another kind', { reviewDigest: digestOf('a').replace('sha256', 'sha512') }, 'digest-form'],
    ['an approver of capital letters', { approver: { principal: 'AN', role: 'owner' } }, 'name-look-alike'],
  ])('refuses to be made with %s', (_, bend, code) => {
    expect(codesOf(approvalMessage({ ...statement, ...bend }))).toBe(code);
    expect(codesOf(signApproval({ ...statement, ...bend }, keys.an))).toBe(code);
  });

  it('may count for 30 days', () => {
    expect(codesOf(signApproval({ ...statement, notAfter: '2026-10-31T08:00:00Z' }, keys.an))).toBe('holds');
  });
});
