import { sign } from 'node:crypto';
import { failure, problem, success, type Result } from '../../../model/problem';
import { armorSignature } from './armor';
import type { SshPrivateKey } from './private-key';
import { readAt } from './refuse';
import { MAGIC, readSignature, SIGNATURE_VERSION, signedBytes, type MessageHash } from './signature';
import { algorithmsOf } from './signature-value';
import { verifySignature, type Signed } from './verify-signature';
import { wirePositive, wireString, wireUint32 } from './wire-writer';

/** What to sign, by which key. */
export interface SigningTask extends Signed {
  readonly key: SshPrivateKey;
  /** @default 'sha512', as ssh-keygen */
  readonly hash?: MessageHash;
}

/** A namespace is a name, so that nothing of it can be read as something else. */
const NAMESPACE = /^[!-~]{1,128}$/;

/**
 * Signs a message in a namespace; the text is what `ssh-keygen -Y sign` would write and `ssh-keygen -Y verify` takes. The
 * signature is verified before it is given away. Ed25519 and RSA give the same bytes each time; ECDSA takes chance.
 */
export function signMessage({ key, message, namespace, hash = 'sha512' }: SigningTask): Result<string> {
  if (!NAMESPACE.test(namespace))
    return failure([
      problem({
        code: 'signature-namespace-empty',
        at: [],
        what: 'there is no name for what is signed',
        got: JSON.stringify(namespace.slice(0, 128)),
        want: '1 to 128 visible ASCII characters',
        next: 'name the namespace',
      }),
    ]);
  const blob = Buffer.concat([
    Buffer.from(MAGIC),
    wireUint32(SIGNATURE_VERSION),
    ...[key.publicKey.blob, namespace, '', hash, valueOf(key, signedBytes(message, { namespace, hash }))].map(
      wireString,
    ),
  ]);
  const made = readAt({ next: 'use another private key' }, () => readSignature(blob));
  const verified = made.ok ? verifySignature(made.value, { message, namespace }) : made;
  return verified.ok ? success(armorSignature(blob)) : verified;
}

function valueOf({ publicKey, key }: SshPrivateKey, bytes: Buffer): Buffer {
  const [algorithm = ''] = algorithmsOf(publicKey);
  const { form } = publicKey;
  if (form.kind === 'rsa') return value(algorithm, sign('sha512', bytes, key));
  if (form.kind === 'ed25519') return value(algorithm, sign(undefined, bytes, key));
  const pair = sign(form.curve.hash, bytes, { key, dsaEncoding: 'ieee-p1363' });
  const [r, s] = [pair.subarray(0, form.curve.bytes), pair.subarray(form.curve.bytes)];
  return value(algorithm, Buffer.concat([wirePositive(r), wirePositive(s)]));
}

function value(algorithm: string, bytes: Uint8Array): Buffer {
  return Buffer.concat([wireString(algorithm), wireString(bytes)]);
}
