import { createHash, verify } from 'node:crypto';
import { failure, problem, success, type Result } from '../../../model/problem';
import { signedBytes, type SshSignature } from './signature';
import type { SignatureValue } from './signature-value';
import type { SshPublicKey } from './public-key';
import { wireUint32 } from './wire-writer';

/** What a signature must hold for. */
export interface Signed {
  readonly message: Uint8Array;
  readonly namespace: string;
}

/** The bit by which a hardware key says that a person touched it. */
const TOUCHED = 0x01;

/**
 * Verifies that the key of a signature made it for these bytes in this namespace. Whose key it is, and whether it is
 * still good, is another question.
 */
export function verifySignature(signature: SshSignature, { message, namespace }: Signed): Result<SshSignature> {
  if (signature.namespace !== namespace)
    return refused('signature-namespace', 'the signature is for something else', {
      got: `the namespace ${signature.namespace}`,
      want: `the namespace ${namespace}`,
    });
  const { hardware } = signature.value;
  if (hardware !== undefined && (hardware.flags & TOUCHED) === 0)
    return refused('signature-untouched', 'nobody touched the hardware key', {
      got: `flags ${hardware.flags}`,
      want: 'a touch for each signature',
    });
  if (isMadeBy(signature.publicKey, signature.value, signedBytes(message, signature))) return success(signature);
  return refused('signature-false', 'the key did not make this signature for these bytes', {
    got: `a signature of ${signature.publicKey.fingerprint}`,
    want: `one that its key made for these ${message.length} bytes`,
  });
}

function refused(code: string, what: string, words: { readonly got: string; readonly want: string }): Result<never> {
  const next = 'sign the message again with ssh-keygen -Y sign';
  return failure([problem({ code, at: [], what, ...words, next })]);
}

function isMadeBy({ form, key, application }: SshPublicKey, value: SignatureValue, bytes: Buffer): boolean {
  const signed = value.hardware === undefined ? bytes : hardwareBytes(application, value.hardware, bytes);
  if (form.kind === 'ed25519') return verify(undefined, signed, key, value.bytes);
  if (form.kind === 'rsa')
    return verify(value.algorithm === 'rsa-sha2-512' ? 'sha512' : 'sha256', signed, key, value.bytes);
  return verify(form.curve.hash, signed, { key, dsaEncoding: 'ieee-p1363' }, value.bytes);
}

/** The bytes that a hardware key signs (PROTOCOL.u2f): digests of application and message, and its state between. */
function hardwareBytes(
  application: string,
  { flags, counter }: NonNullable<SignatureValue['hardware']>,
  bytes: Buffer,
): Buffer {
  return Buffer.concat([sha256(application), Buffer.from([flags]), wireUint32(counter), sha256(bytes)]);
}

function sha256(bytes: string | Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
