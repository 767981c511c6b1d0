import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { Result } from '../../../model/problem';
import { isOpenSshPrivateKey, readOpenSshPrivateKey } from './openssh-private-key';
import { readPublicKey, type SshPublicKey } from './public-key';
import { attemptKey, readAt, refuse } from './refuse';
import { wirePositive, wireString } from './wire-writer';

/** A key that can sign; its numbers stay inside of `node:crypto`. */
export interface SshPrivateKey {
  readonly publicKey: SshPublicKey;
  readonly key: KeyObject;
}

const KEY_TEXT_MAX = 32_768;
const NO_KEY = { code: 'private-key-none', what: 'this is no private key that can sign here', got: 'another text' };
const WANT = 'an OpenSSH or PEM private key of Ed25519, ECDSA (P-256, P-384) or RSA without passphrase';

/**
 * Reads an unencrypted private key: as OpenSSH writes it (PROTOCOL.key), or PEM (PKCS #8, PKCS #1, SEC 1). Nothing of the
 * key is ever repeated in a problem. Encrypted keys and keys in hardware sign with `ssh-keygen -Y sign`.
 */
export function parsePrivateKey(text: string): Result<SshPrivateKey> {
  return readAt({ next: 'sign with ssh-keygen -Y sign, which reads every key of OpenSSH' }, () => {
    if (text.length > KEY_TEXT_MAX) return refuse({ ...NO_KEY, want: WANT });
    if (/^-----BEGIN ENCRYPTED |^Proc-Type: 4,ENCRYPTED/m.test(text))
      return refuse({
        code: 'private-key-encrypted',
        what: 'the private key has a passphrase',
        got: 'an encrypted key',
        want: WANT,
      });
    return isOpenSshPrivateKey(text) ? fromOpenSsh(text) : fromPem(text);
  });
}

function fromPem(text: string): SshPrivateKey {
  const key = attemptKey({ ...NO_KEY, want: WANT }, () => createPrivateKey({ format: 'pem', key: text }));
  return { key, publicKey: readPublicKey(publicBlob(key)) };
}

function fromOpenSsh(text: string): SshPrivateKey {
  const { blob, key: jwk } = readOpenSshPrivateKey(text);
  const key = attemptKey({ ...NO_KEY, want: WANT }, () => createPrivateKey({ format: 'jwk', key: jwk }));
  if (!publicBlob(key).equals(blob))
    return refuse({
      code: 'private-key-parts',
      what: 'the two halves of the private key file belong to different keys',
      got: 'another public half',
      want: 'the public half of the key',
    });
  return { key, publicKey: readPublicKey(blob) };
}

/** The public half of a private key in wire format. */
function publicBlob(key: KeyObject): Buffer {
  const jwk = attemptKey({ ...NO_KEY, want: WANT }, () => createPublicKey(key).export({ format: 'jwk' }));
  if (jwk.kty === 'OKP' && jwk.crv === 'Ed25519')
    return Buffer.concat([wireString('ssh-ed25519'), wireString(bytesOf(jwk, 'x'))]);
  if (jwk.kty === 'RSA')
    return Buffer.concat([wireString('ssh-rsa'), wirePositive(bytesOf(jwk, 'e')), wirePositive(bytesOf(jwk, 'n'))]);
  const curve = jwk.kty === 'EC' ? CURVES[jwk.crv ?? ''] : undefined;
  if (curve === undefined)
    return refuse({ ...NO_KEY, got: `a key of ${jwk.crv ?? jwk.kty ?? 'another kind'}`, want: WANT });
  const point = Buffer.concat([Buffer.from([4]), bytesOf(jwk, 'x'), bytesOf(jwk, 'y')]);
  return Buffer.concat([wireString(`ecdsa-sha2-${curve}`), wireString(curve), wireString(point)]);
}

const CURVES: Readonly<Record<string, string>> = { 'P-256': 'nistp256', 'P-384': 'nistp384' };

function bytesOf(jwk: JsonWebKey, name: 'e' | 'n' | 'x' | 'y'): Buffer {
  return Buffer.from(jwk[name] ?? '', 'base64url');
}
