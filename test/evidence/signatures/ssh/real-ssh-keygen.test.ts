import { parsePrivateKey } from '../../../../evidence/signatures/ssh/private-key';
import { parsePublicKey } from '../../../../evidence/signatures/ssh/public-key';
import { parseSignature } from '../../../../evidence/signatures/ssh/signature';
import { signMessage } from '../../../../evidence/signatures/ssh/sign-message';
import { verifySignature } from '../../../../evidence/signatures/ssh/verify-signature';
import { writeAllowedSigners } from '../../../../evidence/signatures/ssh/allowed-signers';
import { valueOf } from '../../../../model/problem';
import { codesOf } from '../kit/codes';
import { HardwareKey } from '../kit/hardware-key';
import { describeWithSshKeygen, type Said, type SshKeygen } from '../kit/ssh-keygen';

const kinds = [
  ['ed25519', ['-t', 'ed25519']],
  ['ecdsa-256', ['-t', 'ecdsa', '-b', '256']],
  ['ecdsa-384', ['-t', 'ecdsa', '-b', '384']],
  ['rsa-3072', ['-t', 'rsa', '-b', '3072']],
  ['rsa-4096', ['-t', 'rsa', '-b', '4096']],
  ['pem-ecdsa', ['-t', 'ecdsa', '-b', '256', '-m', 'PEM']],
  ['pkcs8-ecdsa', ['-t', 'ecdsa', '-b', '384', '-m', 'PKCS8']],
  ['pem-rsa', ['-t', 'rsa', '-b', '3072', '-m', 'PEM']],
  ['pkcs8-rsa', ['-t', 'rsa', '-b', '3072', '-m', 'PKCS8']],
] as const;

const namespace = 'ndc-approval';
const message = Buffer.from('một bản rà soát\0\xff', 'latin1');
const validFrom = '2026-01-01T00:00:00Z';
const validUntil = '2026-12-31T23:59:59Z';

function allow(program: SshKeygen, publicKey: string): void {
  const key = valueOf(parsePublicKey(publicKey));
  const line = { principal: 'an@ndc.gov.vn', key, namespaces: [namespace], validFrom, validUntil };
  program.write('allowed_signers', writeAllowedSigners([line]));
}

/** What the real program says of a signature. */
function verified(
  program: SshKeygen,
  armored: string,
  bend: { readonly at?: string; readonly of?: string } = {},
): Said {
  program.write('signature', armored);
  const who = ['-I', 'an@ndc.gov.vn', '-n', bend.of ?? namespace, '-s', 'signature'];
  const when = `-Overify-time=${bend.at ?? '20260601000000Z'}`;
  return program.run(['-Y', 'verify', '-f', 'allowed_signers', ...who, when], message);
}

describeWithSshKeygen('ssh-keygen', (program) => {
  describe.each(kinds)('with a key of %s', (name, options) => {
    let publicKey = '';
    beforeAll(() => {
      publicKey = program.makeKey(name, options);
    });

    it('prints the fingerprint that is printed here', () => {
      const [, printed] = program.run(['-l', '-f', name]).out.split(' ');
      expect(valueOf(parsePublicKey(publicKey)).fingerprint).toBe(printed);
    });

    it('accepts what is signed here, from this principal in this namespace alone', () => {
      const key = valueOf(parsePrivateKey(program.read(name)));
      allow(program, publicKey);
      for (const hash of ['sha256', 'sha512'] as const) {
        const armored = valueOf(signMessage({ key, message, namespace, hash }));
        expect(verified(program, armored)).toMatchObject({ code: 0 });
        expect(verified(program, armored, { of: 'file' }).code).not.toBe(0);
      }
    });

    it('signs what is verified here, for these bytes and this namespace alone', () => {
      const signature = valueOf(parseSignature(program.sign(name, namespace, message)));
      expect(signature.publicKey.blob).toEqual(valueOf(parsePublicKey(publicKey)).blob);
      expect(codesOf(verifySignature(signature, { message, namespace }))).toBe('holds');
      expect(codesOf(verifySignature(signature, { message, namespace: 'file' }))).toBe('signature-namespace');
      const other = Buffer.concat([message, Buffer.from('.')]);
      expect(codesOf(verifySignature(signature, { message: other, namespace }))).toBe('signature-false');
    });
  });

  it.each(['ed25519', 'ecdsa'] as const)('agrees on what a hardware key of %s signed after a touch', (kind) => {
    const key = new HardwareKey(kind);
    allow(program, key.publicKey());
    const armored = key.sign(message, { namespace });
    expect(verified(program, armored)).toMatchObject({ code: 0 });
    const signature = valueOf(parseSignature(armored));
    expect(signature.publicKey.blob).toEqual(valueOf(parsePublicKey(key.publicKey())).blob);
    expect(codesOf(verifySignature(signature, { message, namespace }))).toBe('holds');
  });

  it('takes the first and the last second of a key’s time as this does, and none beside them', () => {
    allow(program, program.read('ed25519.pub'));
    const armored = program.sign('ed25519', namespace, message);
    const codes = ['20251231235959Z', '20260101000000Z', '20261231235959Z', '20270101000000Z'].map(
      (at) => verified(program, armored, { at }).code === 0,
    );
    expect(codes).toEqual([false, true, true, false]);
  });

  it.each([
    ['with a passphrase', ['-t', 'ed25519', '-N', 'a long passphrase'], 'private-key-encrypted'],
    ['with a passphrase in PEM', ['-t', 'rsa', '-b', '3072', '-m', 'PEM', '-N', 'long one'], 'private-key-encrypted'],
    [
      'with a passphrase in PKCS #8',
      ['-t', 'rsa', '-b', '3072', '-m', 'PKCS8', '-N', 'long one'],
      'private-key-encrypted',
    ],
    ['of a curve that is not accepted', ['-t', 'ecdsa', '-b', '521'], 'key-type'],
    ['of a curve that is not accepted in PEM', ['-t', 'ecdsa', '-b', '521', '-m', 'PEM'], 'private-key-none'],
    ['of RSA that is too short', ['-t', 'rsa', '-b', '2048'], 'key-bits'],
  ])('refuses a private key %s', (name, options, code) => {
    const file = name.replaceAll(/\W/g, '');
    program.makeKey(file, options);
    const parsed = parsePrivateKey(program.read(file));
    expect(codesOf(parsed)).toBe(code);
    expect(parsed.ok ? '' : parsed.problems[0]?.next).toContain('ssh-keygen -Y sign');
  });

  it('refuses a private key whose public half is another’s, and one that is cut off', () => {
    const lines = program.read('ed25519').trim().split('\n');
    const bytes = Buffer.from(lines.slice(1, -1).join(''), 'base64');
    const point = valueOf(parsePublicKey(program.read('ed25519.pub'))).blob.subarray(-32);
    const at = bytes.indexOf(point);
    const changed = bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
    const bent = [lines[0], Buffer.from(changed).toString('base64'), lines.at(-1)].join('\n');
    expect(codesOf(parsePrivateKey(bent))).toBe('private-key-parts');
    expect(codesOf(parsePrivateKey([...lines.slice(0, -2), lines.at(-1)].join('\n')))).toBe('wire-too-short');
    expect(codesOf(parsePrivateKey(lines.slice(0, -1).join('\n')))).toBe('private-key-armor');
  });
});
