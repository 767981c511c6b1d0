import { createHash } from 'node:crypto';
import type { Result } from '../../../model/problem';
import { dearmorSignature } from './armor';
import { readPublicKey, type SshPublicKey } from './public-key';
import { readAt, refuse } from './refuse';
import { WireReader } from './wire-reader';
import { readSignatureValue, type SignatureValue } from './signature-value';
import { wireString } from './wire-writer';

/** Hashes by which SSHSIG digests a message. */
export type MessageHash = 'sha256' | 'sha512';

/** A signature of a message in the format SSHSIG (OpenSSH PROTOCOL.sshsig), read but not verified. */
export interface SshSignature {
  /** The key that is said to have made it. */
  readonly publicKey: SshPublicKey;
  /** What the signature is for, so that one for Git counts nowhere else. */
  readonly namespace: string;
  readonly hash: MessageHash;
  readonly value: SignatureValue;
  /** The whole in wire format. */
  readonly blob: Buffer;
}

/** What every signature and everything that is signed begins with. */
export const MAGIC = 'SSHSIG';
/** The one version of the format. */
export const SIGNATURE_VERSION = 1;

/** Reads the text that `ssh-keygen -Y sign` writes; nothing is verified. */
export function parseSignature(armored: string): Result<SshSignature> {
  return readAt({ next: 'sign again with ssh-keygen -Y sign' }, () => readSignature(dearmorSignature(armored)));
}

/** Reads a signature in wire format; throws what {@link readAt} turns into a problem. */
export function readSignature(blob: Buffer): SshSignature {
  const reader = new WireReader(blob, 'the signature');
  const magic = reader.take(MAGIC.length, 'magic').toString('latin1');
  if (magic !== MAGIC)
    return refuse({ code: 'signature-magic', what: 'this is no SSHSIG', got: JSON.stringify(magic), want: MAGIC });
  const version = reader.uint32('version');
  if (version !== SIGNATURE_VERSION)
    return refuse({
      code: 'signature-version',
      what: 'the signature has another version',
      got: String(version),
      want: String(SIGNATURE_VERSION),
    });
  const publicKey = readPublicKey(reader.string('key'));
  const namespace = reader.name('namespace');
  if (namespace === '')
    return refuse({
      code: 'signature-namespace-empty',
      what: 'the signature is for nothing',
      got: 'an empty namespace',
      want: 'a namespace',
    });
  reader.stringOf(0, 'reserved field');
  const hash = findHash(reader.name('hash'));
  const value = readSignatureValue(publicKey, reader.string('value'));
  reader.end();
  return { publicKey, namespace, hash, value, blob };
}

function findHash(name: string): MessageHash {
  if (name === 'sha256' || name === 'sha512') return name;
  return refuse({
    code: 'signature-hash',
    what: 'the signature digests by another hash',
    got: name,
    want: 'sha256 or sha512',
  });
}

/** The bytes that a key signs for a message (PROTOCOL.sshsig section 3). */
export function signedBytes(
  message: Uint8Array,
  { namespace, hash }: Pick<SshSignature, 'namespace' | 'hash'>,
): Buffer {
  const digest = createHash(hash).update(message).digest();
  return Buffer.concat([
    Buffer.from(MAGIC),
    wireString(namespace),
    wireString(''),
    wireString(hash),
    wireString(digest),
  ]);
}
