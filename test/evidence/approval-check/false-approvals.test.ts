import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { findFalseApproval } from '../../../evidence/approval-check/check-approvals';
import { parseApproval } from '../../../evidence/signatures/approval/envelope';
import { sealApproval, signApproval } from '../../../evidence/signatures/approval/seal-approval';
import { statementBytes } from '../../../evidence/signatures/approval/statement';
import { preAuthEncoding, writeEnvelope } from '../../../evidence/signatures/envelope/signed-statement';
import { parsePrivateKey, type SshPrivateKey } from '../../../evidence/signatures/ssh/private-key';
import { parsePublicKey, printPublicKey } from '../../../evidence/signatures/ssh/public-key';
import { signMessage } from '../../../evidence/signatures/ssh/sign-message';
import { verifySignature } from '../../../evidence/signatures/ssh/verify-signature';
import { valueOf } from '../../../model/problem';
import { HardwareKey } from '../signatures/kit/hardware-key';
import { approve, keys, newKey, sealBytes, statementOf } from '../signatures/kit/scene';

const PATH = 'approvals/an.json';
const payload = valueOf(statementBytes(statementOf('an')));
const message = preAuthEncoding(payload);
const honest = approve('an');

/** What is said of a bundle with this approval, in a list of these signers: `signed`, or what is wrong and with which bytes. */
function said(approval: Uint8Array, publicKeys = [printPublicKey(keys.an.publicKey)]): readonly [string, string] {
  const signers = {
    approvals: { signers: [{ id: 'an', keys: publicKeys.map((key) => ({ key, from: '2026-01-01' })) }] },
  };
  const list = Buffer.from(JSON.stringify(signers));
  // A writer of bundles refuses most of what is tried here.
  const archive = Buffer.concat([Buffer.alloc(99), approval, list]);
  const at = 99 + approval.length;
  const parts = [
    { path: PATH, kind: 'approval', bytes: archive.subarray(99, at) },
    { path: 'review/signers.json', kind: 'signers', bytes: archive.subarray(at) },
  ];
  const wrong = findFalseApproval(archive, { parts });
  return wrong === undefined ? ['signed', ''] : [wrong.what, archive.toString('latin1', wrong.offset, wrong.end)];
}

/** A new key of a type, from its PKCS #8. */
function keyFrom(pair: {
  readonly privateKey: { export(as: { format: 'pem'; type: 'pkcs8' }): string | Buffer };
}): SshPrivateKey {
  return valueOf(parsePrivateKey(pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()));
}

/** The first signature of an envelope, as its text has it. */
function sigOf(envelope: Uint8Array): string {
  return /"sig":"([^"]+)"/.exec(Buffer.from(envelope).toString('latin1'))?.[1] ?? '';
}

describe('the second verifier of approvals', () => {
  it.each([
    ['Ed25519', () => newKey()],
    ['ECDSA on P-256', () => keyFrom(generateKeyPairSync('ec', { namedCurve: 'prime256v1' }))],
    ['ECDSA on P-384', () => keyFrom(generateKeyPairSync('ec', { namedCurve: 'secp384r1' }))],
    ['RSA', () => keyFrom(generateKeyPairSync('rsa', { modulusLength: 3072 }))],
  ])('accepts what a key of %s signed, and no other key of the list', (_name, make) => {
    const [key, other] = [make(), make()];
    for (let time = 0; time < 8; time += 1) {
      const envelope = Buffer.from(valueOf(signApproval(statementOf('an'), key)));
      expect(
        said(
          envelope,
          [other, key].map((one) => printPublicKey(one.publicKey)),
        ),
      ).toEqual(['signed', '']);
      expect(said(envelope, [printPublicKey(other.publicKey)])).toEqual([`a signature in ${PATH}`, sigOf(envelope)]);
    }
  });

  it.each(['ed25519', 'ecdsa'] as const)('accepts what a hardware key of %s signed, if somebody touched it', (kind) => {
    const key = new HardwareKey(kind);
    const namespace = 'ndc-approval';
    const keyId = valueOf(parsePublicKey(key.publicKey())).fingerprint;
    const seal = (armored: string) => Buffer.from(writeEnvelope(payload, [{ keyId, armored }]));
    const touched = seal(key.sign(message, { namespace }));
    expect(valueOf(sealApproval(statementOf('an'), [key.sign(message, { namespace })]))).toContain(keyId);
    expect(said(touched, [`${key.publicKey()} a comment`])).toEqual(['signed', '']);
    const untouched = seal(key.sign(message, { namespace, flags: 4 }));
    expect(said(untouched, [key.publicKey()])).toEqual([`a signature in ${PATH}`, sigOf(untouched)]);
  });

  it('refuses every flipped bit of an envelope, by the bytes of the envelope or of the signature that it voids', () => {
    const text = honest.toString('latin1');
    const sig = { start: text.indexOf(sigOf(honest)), end: text.indexOf(sigOf(honest)) + sigOf(honest).length };
    const wrong = [...honest.keys()].flatMap((at) =>
      Array.from({ length: 8 }, (_, bit) => bit).filter((bit) => {
        const changed = Buffer.from(honest);
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        const [what, bytes] = said(changed);
        if (what === `the envelope in ${PATH}`) return bytes !== changed.toString('latin1');
        return what !== `a signature in ${PATH}` || bytes !== changed.toString('latin1', sig.start, sig.end);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('refuses another payload under a real signature', () => {
    const other = approve('an', { reason: 'something else' });
    const swapped = honest.toString().replace(sigOf(honest), sigOf(other));
    expect(said(Buffer.from(swapped))).toEqual([`a signature in ${PATH}`, sigOf(other)]);
  });

  it('refuses a signature that was made for something else than approvals', () => {
    const forGit = sealBytes(payload, 'git');
    expect(said(forGit)).toEqual([`a signature in ${PATH}`, sigOf(forGit)]);
  });

  it('refuses the second signature of an envelope when only that is false', () => {
    const second = newKey();
    const sign = (key: SshPrivateKey, bytes: Uint8Array) => ({
      keyId: key.publicKey.fingerprint,
      armored: valueOf(signMessage({ key, message: bytes, namespace: 'ndc-approval' })),
    });
    const list = [keys.an, second].map((key) => printPublicKey(key.publicKey));
    const good = Buffer.from(writeEnvelope(payload, [sign(keys.an, message), sign(second, message)]));
    expect(said(good, list)).toEqual(['signed', '']);
    const bad = Buffer.from(writeEnvelope(payload, [sign(keys.an, message), sign(second, Buffer.from('other'))]));
    const [what, bytes] = said(bad, list);
    expect(what).toBe(`a signature in ${PATH}`);
    expect(Buffer.from(bytes, 'base64').toString()).toBe(sign(second, Buffer.from('other')).armored);
  });

  it('refuses what is no envelope in its one spelling', () => {
    const text = honest.toString();
    const forms = [
      '',
      '{}',
      `${text}\n`,
      text.replace(',"payloadType"', ', "payloadType"'),
      text.replace(/"signatures":.*/, '"signatures":[]}'),
      text.replace(']}', `,${/\{"keyid.*\}(?=\])/.exec(text)?.[0] ?? ''}x]}`),
      text.replace('in-toto+json', 'in-toto'),
      `${text.slice(0, -1)},"x":1}`,
      ' '.repeat(70_000),
    ];
    expect(forms.map((one) => said(Buffer.from(one))[0])).toEqual(forms.map(() => `the envelope in ${PATH}`));
  });

  it('accepts whatever else is changed only where the first verifier does', () => {
    const text = honest.toString('latin1');
    const armored = Buffer.from(sigOf(honest), 'base64').toString('latin1');
    const blob = Buffer.from(armored.split('\n').slice(1, -2).join(''), 'base64');
    const edit = fc.tuple(fc.nat({ max: blob.length }), fc.uint8Array({ maxLength: 6 }), fc.nat({ max: 6 }));
    let refused = 0;
    fc.assert(
      fc.property(edit, ([at, put, drop]) => {
        const bytes = Buffer.concat([blob.subarray(0, at), put, blob.subarray(at + drop)]);
        const lines = bytes.toString('base64').replaceAll(/.{70}(?=.)/g, '$&\n');
        const put2 = `-----BEGIN SSH SIGNATURE-----\n${lines}\n-----END SSH SIGNATURE-----\n`;
        const changed = Buffer.from(text.replace(sigOf(honest), Buffer.from(put2).toString('base64')), 'latin1');
        const isSigned = said(changed)[0] === 'signed';
        expect(isSigned).toBe(isHeld(changed));
        refused += isSigned ? 0 : 1;
      }),
      { seed: 71, numRuns: 500 },
    );
    expect(refused).toBeGreaterThan(400);
  });

  it('throws at no bytes whatever', () => {
    const pieces = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.constant(honest.subarray(0, 200)),
      fc.constant(honest),
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 3 }), fc.string(), (all, list) => {
        const bytes = Buffer.concat(all);
        expect(said(bytes, [list])[0]).not.toBe('signed');
      }),
      { seed: 72, numRuns: 300 },
    );
  });
});

/** Whether the first verifier reads an envelope and holds each of its signatures for true. */
function isHeld(envelope: Uint8Array): boolean {
  const approval = parseApproval(envelope);
  if (!approval.ok) return false;
  const { message: signed, signatures } = approval.value;
  return signatures.every(
    ({ signature }) => verifySignature(signature, { message: signed, namespace: 'ndc-approval' }).ok,
  );
}
